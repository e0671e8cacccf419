"""Answers the users' questions from the graph: the canned queries, their parameters, and how names are matched."""
