"""What newsread remembers between two runs: places, stars, recent articles, and what the user changed in one."""

from newsread.state.store import Remembered, State, StateError

__all__ = ["Remembered", "State", "StateError"]
