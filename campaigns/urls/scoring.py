"""Score sheets, the grid, the ranking."""

urlpatterns = []
