// title: Where it says so
// topic: one
// summary: Shows for any id in the graph the document, the offsets and the exact words that say so.
// parameters:
//   id: {type: id, required: true, description: "The id that another query, the JSON or the CSV shows.", example: question-9a6adb4a195af6fd}
// columns:
//   document: The document's name.
//   paths: Where the document was loaded from.
//   date: When its meeting was held.
//   meeting: The meeting that it records.
//   start: "The offset of the first character in the document's text; empty where the whole document says so."
//   end: The offset behind the last character.
//   words: "The exact words, document.text[start:end]."
//   shows: "What the words are: the label of what they state, or how they name or involve it."
//   rule: What found it.
//   confidence: "How sure the rule is, 0 to 1."
//   id: The id.
// example: kg query evidence --id question-9a6adb4a195af6fd
CALL () {
  MATCH (n:AgendaItem|Question|Answer|Statement|Commitment {id: $id})
  RETURN n.document AS source, n.start AS begins, n.end AS ends, n.text AS words, labels(n)[0] AS shows, n.rule AS rule,
         n.confidence AS confidence
  UNION
  MATCH (:Person|Body|Programme {id: $id})<-[r:MENTIONS]-()
  RETURN r.document AS source, r.start AS begins, r.end AS ends, r.text AS words, 'MENTIONS' AS shows, r.rule AS rule,
         r.confidence AS confidence
  UNION
  MATCH (:Person|Meeting {id: $id})-[r:ATTENDED|CHAIRED|TOOK_MINUTES]-()
  WHERE r.text IS NOT NULL
  RETURN r.document AS source, r.start AS begins, r.end AS ends, r.text AS words, type(r) AS shows, r.rule AS rule,
         r.confidence AS confidence
  UNION
  MATCH (a:Person|Post|Body {id: $id})-[r:ASKED|PUT_TO|GAVE|MADE|OWNS]-(x)
  WHERE NOT a:Person OR r.post IS NOT NULL
  RETURN x.document AS source, x.start AS begins, x.end AS ends, x.text AS words, type(r) AS shows, x.rule AS rule,
         x.confidence AS confidence
  UNION
  MATCH (:Issue {id: $id})<-[:CONCERNS]-(x:AgendaItem)
  RETURN x.document AS source, x.start AS begins, x.end AS ends, x.text AS words, 'CONCERNS' AS shows, x.rule AS rule,
         x.confidence AS confidence
  UNION
  MATCH (n:Meeting|Person|Post|Body|Programme {id: $id})-[:RECORDED_IN]->(d:Document)
  RETURN d.id AS source, null AS begins, null AS ends, null AS words, labels(n)[0] AS shows, null AS rule,
         null AS confidence
  UNION
  MATCH (d:Document {id: $id})
  RETURN d.id AS source, null AS begins, null AS ends, null AS words, 'Document' AS shows, null AS rule,
         null AS confidence
}
WITH source, begins, ends, words, shows, rule, confidence
MATCH (d:Document {id: source})
OPTIONAL MATCH (d)<-[:RECORDED_IN]-(m:Meeting)
RETURN d.name AS document, d.paths AS paths, m.date AS date, m.name AS meeting, begins AS start, ends AS end, words, shows,
       rule, confidence, $id AS id
ORDER BY date, document, d.id, begins, ends, shows, words, rule
