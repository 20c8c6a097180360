"""A plan that is uploaded and read."""

urlpatterns = []
