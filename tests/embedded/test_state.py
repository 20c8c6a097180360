import pytest

from thidua.embedded.state import load_environment, save_environment


def test_a_folder_without_a_demo_says_nothing(tmp_path):
    assert load_environment(tmp_path) == {}


def test_what_was_saved_is_loaded(tmp_path):
    saved = save_environment(tmp_path, {"DATABASE_URL": "postgresql:///x", "PORT": "8000"})
    assert load_environment(tmp_path) == saved
    assert sorted(saved) == ["DATABASE_URL", "PORT", "SECRET_KEY"]


def test_only_its_owner_may_read_it(tmp_path):
    save_environment(tmp_path, {})
    assert (tmp_path / "state.json").stat().st_mode & 0o777 == 0o600


def test_the_key_survives_a_restart(tmp_path):
    first, second = (save_environment(tmp_path, {})["SECRET_KEY"] for _ in range(2))
    assert first == second


@pytest.mark.parametrize("given", ["a-key-from-outside"])
def test_a_given_key_wins(tmp_path, given):
    save_environment(tmp_path, {})
    assert save_environment(tmp_path, {"SECRET_KEY": given})["SECRET_KEY"] == given
