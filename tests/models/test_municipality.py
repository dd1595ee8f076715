"""A municipality is found as it is on the day."""

from datetime import date

from needsform.models.municipality import Municipality, MunicipalityList, Region

OLD = Municipality(
    code="0101", name="København", full_name="Københavns Kommune", region_code="west", valid_to=date(2026, 12, 31)
)
NEW = Municipality(
    code="0101", name="København", full_name="Københavns Kommune", region_code="east", valid_from=date(2027, 1, 1)
)
NAMES = ("Ærø", "Aabenraa", "Ålborg", "Ølstykke", "Albertslund", "Aarhus", "Zealand")
PLACES = tuple(Municipality(code=str(n), name=name, full_name=name, region_code="") for n, name in enumerate(NAMES))
SHIPPED = MunicipalityList(regions=(Region(code="west", name="Vest"),), municipalities=(OLD, *PLACES, NEW))


def test_on_new_years_eve_the_old_region_and_the_next_day_the_new() -> None:
    assert SHIPPED.find("0101", date(2026, 12, 31)) == OLD
    assert SHIPPED.find("0101", date(2027, 1, 1)) == NEW
    assert [m for m in SHIPPED.valid_on(date(2026, 12, 31)) if m.code == "0101"] == [OLD]
    assert [m for m in SHIPPED.valid_on(date(2027, 1, 1)) if m.code == "0101"] == [NEW]


def test_one_that_no_longer_exists_is_still_known_on_an_old_sheet() -> None:
    gone = MunicipalityList(regions=(), municipalities=(OLD,))
    assert gone.find("0101", date(2030, 1, 1)) == OLD
    assert gone.valid_on(date(2030, 1, 1)) == ()
    assert gone.find("9999", date(2026, 1, 1)) is None


def test_the_list_is_sorted_as_a_dane_would() -> None:
    names = [m.name for m in SHIPPED.valid_on(date(2026, 11, 23))]
    assert names == ["Albertslund", "København", "Zealand", "Ærø", "Ølstykke", "Aabenraa", "Ålborg", "Aarhus"]
