"""The work programme of the year."""

urlpatterns = []
