from django.db import migrations

# The tables have their walls, and the walls hold for their owner too: they are opened for the length of the move.
OPEN = "".join(
    f'ALTER TABLE "campaigns_{table}" NO FORCE ROW LEVEL SECURITY;'
    for table in ("legalbasis", "parentmovement", "phase")
)
CLOSE = OPEN.replace("NO FORCE", "FORCE")

FORWARDS = f"""
{OPEN}
INSERT INTO campaigns_legaldocument (tenant_id, kind, number, issued_on, issuer, subject)
SELECT DISTINCT ON (tenant_id, kind, number, issued_on, CASE WHEN number = '' THEN subject ELSE '' END)
       tenant_id, kind, number, issued_on, issuer, subject
  FROM campaigns_legalbasis
 ORDER BY tenant_id, kind, number, issued_on, CASE WHEN number = '' THEN subject ELSE '' END, id;
UPDATE campaigns_legalbasis AS basis SET document_id = filed.id
  FROM campaigns_legaldocument AS filed
 WHERE filed.tenant_id = basis.tenant_id AND filed.kind = basis.kind AND filed.number = basis.number
   AND filed.issued_on IS NOT DISTINCT FROM basis.issued_on
   AND (basis.number <> '' OR filed.subject = basis.subject);
DELETE FROM campaigns_legalbasis AS twice USING campaigns_legalbasis AS first
 WHERE twice.campaign_id = first.campaign_id AND twice.document_id = first.document_id AND twice.id > first.id;
INSERT INTO campaigns_legaldocument (tenant_id, kind, number, issued_on, issuer, subject)
SELECT DISTINCT tenant_id, 'other', '', NULL::date, '', document_text
  FROM campaigns_parentmovement WHERE document_text <> ''
    ON CONFLICT DO NOTHING;
UPDATE campaigns_parentmovement AS movement SET document_id = filed.id
  FROM campaigns_legaldocument AS filed
 WHERE filed.tenant_id = movement.tenant_id AND filed.kind = 'other' AND filed.subject = movement.document_text
   AND movement.document_text <> '';
INSERT INTO campaigns_celebration (tenant_id, campaign_id, phase_id, name)
SELECT tenant_id, campaign_id, id, left(celebrates, 250) FROM campaigns_phase WHERE celebrates <> '';
SET CONSTRAINTS ALL IMMEDIATE;
{CLOSE}
"""

BACKWARDS = f"""
{OPEN}
UPDATE campaigns_legalbasis AS basis
   SET kind = filed.kind, number = filed.number, issued_on = filed.issued_on, issuer = filed.issuer,
       subject = filed.subject, document_id = NULL
  FROM campaigns_legaldocument AS filed WHERE filed.id = basis.document_id;
UPDATE campaigns_parentmovement AS movement SET document_text = left(filed.subject, 300), document_id = NULL
  FROM campaigns_legaldocument AS filed WHERE filed.id = movement.document_id;
DELETE FROM campaigns_legaldocument;
DELETE FROM campaigns_celebration;
SET CONSTRAINTS ALL IMMEDIATE;
{CLOSE}
"""


class Migration(migrations.Migration):
    """Bases become references to documents that are kept once; what a phase celebrates becomes rows."""

    dependencies = [("campaigns", "0003_plan_as_data")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
