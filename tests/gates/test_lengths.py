from pathlib import Path

from tools.check_lengths import Length, distribution, functions, too_long

MODULE = Path("module.py")


def test_a_function_is_measured_from_its_decorator_to_its_last_line() -> None:
    source = '@cached\ndef f(\n    x,\n):\n    """One."""\n    return x\n'
    assert list(functions(source)) == [Length("f", 2, 6, 1)]


def test_methods_and_nested_functions_are_measured_too() -> None:
    source = "class A:\n    async def f(self):\n        def g():\n            pass\n"
    assert {length.name for length in functions(source)} == {"f", "g"}


def test_a_function_of_forty_lines_passes_and_one_of_forty_one_does_not() -> None:
    fits = "def f():\n" + "    pass\n" * 39
    assert not list(too_long(MODULE, fits))
    assert list(too_long(MODULE, fits + "    pass\n")) == [
        "module.py:1: f has 41 lines, 40 allowed"
    ]


def test_a_module_of_four_hundred_lines_passes_and_a_longer_one_does_not() -> None:
    assert not list(too_long(MODULE, "x = 1\n" * 400))
    assert list(too_long(MODULE, "x = 1\n" * 401)) == [
        "module.py: 401 lines, 400 are allowed"
    ]


def test_the_distribution_is_told_by_median_and_ninth_decile() -> None:
    assert distribution(range(1, 12)) == "median 6, nine in ten at most 10"


def test_one_function_has_no_distribution() -> None:
    assert distribution([3]) == "too few to tell"
