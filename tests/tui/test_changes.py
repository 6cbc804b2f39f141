"""The two stacks of changes: what can be taken back, and what can be made again."""

from hypothesis import given
from hypothesis import strategies as st

from newsread.changes import Changes, Inverse, NotNow

STEPS = st.lists(st.one_of(st.integers(), st.just("undo"), st.just("redo")))


def put(log: list[int], value: int) -> Inverse:
    """Append `value` to `log`; gives what takes it off again."""
    log.append(value)

    def back() -> Inverse:
        assert log.pop() == value
        return lambda: put(log, value)

    return back


@given(STEPS)
def test_undo_and_redo_walk_along_what_was_done(steps: list[int | str]) -> None:
    """Whatever the order of changes, undos and redos, the state is what the changes in force make it."""
    changes, log = Changes(), list[int]()
    done, undone = list[int](), list[int]()
    for step in steps:
        if step == "undo":
            change = changes.undo()
            assert (change is None) == (not done)
            undone += [done.pop()] if done else []
        elif step == "redo":
            change = changes.redo()
            assert (change is None) == (not undone)
            done += [undone.pop()] if undone else []
        elif isinstance(step, int):
            changes.push(f"number {step}", put(log, step))
            done.append(step)
            undone.clear()
        assert log == done


def test_what_cannot_be_taken_back_is_forgotten() -> None:
    """A change whose undoing failed is not offered again, in neither direction."""
    changes = Changes()
    changes.push("rule added", lambda: None)
    assert changes.undo() is not None
    assert changes.undo() is None
    assert changes.redo() is None


def test_what_cannot_be_taken_back_now_can_be_later() -> None:
    """A change that was refused for the moment is the next one to be taken back still."""
    changes, log, is_broken = Changes(), list[int](), True
    back = put(log, 1)

    def undo() -> Inverse:
        if is_broken:
            raise NotNow
        return back()  # type: ignore[return-value]

    changes.push("rule added", undo)
    assert changes.undo() is not None
    assert log == [1]
    is_broken = False
    assert changes.undo() is not None
    assert log == []
    assert changes.redo() is not None
    assert log == [1]
