"""The search at the top finds units and campaigns beside people, dossiers and decisions."""


def test_a_unit_and_a_campaign_are_found_without_marks(campaign, agencies, office, client_of, at):
    client, url = client_of(office), at(office, "search")
    units = client.get(url, {"q": "cong chuc, vien chuc"}).context["found"]["agencies"]
    plans = client.get(url, {"q": "nganh noi vu"}).context["found"]["campaigns"]
    assert (units, plans) == ([agencies["ccvc"]], [campaign])
