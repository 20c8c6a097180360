"""What the timeline of a campaign draws of its plan."""

from datetime import date

from campaigns.selectors import timeline_of


def test_without_phases_the_movements_above_are_the_bars(campaign):
    campaign.movements.update(starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30))
    movements = list(campaign.movements.all())
    names = [
        [bar.name for bar in timeline_of(campaign, phases, [], movements).phases]
        for phases in ([], campaign.phases.all())
    ]
    assert names == [[movements[0].name], ["Đợt 1", "Đợt 2"]]


def test_celebrated_days_of_its_time_are_drawn(campaign):
    inside, outside = campaign.starts_on, date(2020, 9, 2)
    for day in (inside, outside, None):
        campaign.celebrations.create(name="Ngày hội", celebrated_on=day)
    drawn = timeline_of(campaign, [], [], celebrations=campaign.celebrations.all()).milestones
    assert [(mark.due_on, mark.feast) for mark in drawn] == [(inside, True)]


def test_an_awaited_day_stands_once_with_the_link_to_fill_it_in(campaign, office, unit_head, client_of, at):
    awaited = campaign.milestones.get(certainty="awaited")
    link = at(office, "milestone_announce", awaited.pk)
    pages = [
        client_of(who).get(at(who, "campaign_overview", campaign.pk)).content.decode() for who in (office, unit_head)
    ]
    assert [page.count(f'href="{link}"') for page in pages] == [1, 0]
