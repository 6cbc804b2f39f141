"""The rules by which quotes are found and attributed, and quoted words refused, each in a sentence for the reader."""

RULES: dict[str, str] = {
    "said_after": 'The clause behind the quote says who said it: "...," Ms Smith said.',
    "said_after_inverted": 'The clause behind the quote says who said it, verb first: "...," said Ms Smith.',
    "said_before": 'The quote stands under a verb of saying before it: Ms Smith said "...".',
    "said_in_clause": 'The quote stands in a side clause with a verb of saying: ..., which Ms Smith called "...".',
    "said_inside": 'A clause between commas says who said it: The plan, Ms Smith said, is "...".',
    "said_at_end": 'A clause at the end of the sentence says who said it: It was "..." for all, Ms Smith said.',
    "said_passive": 'The quote stands under a passive verb of saying; its agent said it: called "..." by Ms Smith.',
    "thought_before": 'The quote stands under a verb of thinking: Ms Smith believes it is "...".',
    "according_to": "The sentence names its source: according to Ms Smith.",
    "cue_noun": 'The quote completes a noun of saying: Ms Smith\'s call for "...".',
    "characterised": 'Somebody is spoken of as what the quote says: Ms Smith went after him as a "...".',
    "labelled": 'A name and a colon stand before the quote or begin it: Ms Smith: "...".',
    "signed": 'A name stands behind the quote, or makes a line of its own beside it: "..." - Ms Smith.',
    "announced": "The paragraph before announces the quote with a colon.",
    "continues": "The quote goes on from the one before in the same paragraph.",
    "continues_next": "The quote begins what the next sentence attributes.",
    "continues_sentence": "The sentence before the quote is about this speaker.",
    "continues_paragraph": "The quote goes on from the paragraph before.",
    "under_verb": "Nobody is said to speak; the quote stands under a verb of which this is the subject.",
    "blockquote": "The page sets the paragraph as a quotation; the one before says whose it is.",
    "unattributed": "The text does not say whose words these are.",
    "corrected": "You named this speaker.",
}
"""Rule of a quote -> what it means."""

REFUSALS: dict[str, str] = {
    "block_of_nobody": "The page sets the paragraph as a quotation, but nothing says whose it is.",
    "heading": "The words are a heading in quotation marks.",
    "nickname": "The words stand inside a name: a nickname.",
    "title_of_work": "The words name a work, a programme or a publication.",
    "name_or_title": "The words are capitalised like a name, and nobody is said to say them.",
    "term_in_reporting_clause": "The words are a term in the clause that reports something else.",
    "stage_direction": "The words are in brackets: what was heard or seen, not what was said.",
    "scare_quotes": "A few words in marks, and nobody is said to say them.",
}
"""Rule by which quoted words are no quote -> what it means."""
