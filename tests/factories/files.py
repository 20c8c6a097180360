"""The smallest files of each kind that the content check takes for real."""

from django.core.files.uploadedfile import SimpleUploadedFile

PDF_HEAD = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
"""


def pdf_upload(name="Biên bản họp xét thi đua.pdf", content=""):
    """An uploaded PDF; different `content` makes a different file."""
    return SimpleUploadedFile(name, PDF_HEAD + f"% {content}\n%%EOF\n".encode(), content_type="application/pdf")
