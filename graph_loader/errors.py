"""Names every error that the library raises on purpose: one base class, few children."""


class KgError(Exception):
    """Says in `message` what happened and in `hint` what to try; the command line prints both on one line."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ReadError(KgError):
    """Says that a source file gives no text that can be read."""


class ProfileError(KgError):
    """Says that a profile is not valid, and where; `problems` holds all that is wrong with it, one sentence each."""

    def __init__(self, message: str, hint: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.problems = problems


class UnknownProfileError(ProfileError):
    """Says that there is no profile of a name, which is wrong usage and no fault in a profile."""

    exit_code = 2


class CorrectionError(KgError):
    """Says that corrections are not valid, with file and line; `problems` holds all that is wrong with them."""

    def __init__(self, message: str, hint: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.problems = problems


class StoreError(KgError):
    """Says that the graph cannot be opened, read or written."""


class StoreGoneError(StoreError):
    """Says that the server of the graph, or its leave to write there, is not to be had: no further try is worth it."""


class QueryError(KgError):
    """Says that a statement or one of its values is refused by the store."""


class UsageError(KgError):
    """Says that a query name, parameter or option does not exist or does not fit."""

    exit_code = 2
