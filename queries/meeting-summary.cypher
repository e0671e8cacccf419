// title: Meetings at a glance
// topic: one
// summary: Sums up each meeting in one row, with who was there, what was asked and promised, and what comes next.
// parameters:
//   meeting: {type: name, of: [Meeting], description: "The meeting.", example: "Public Accountability Meeting, 2024-05-21"}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   date: When it was held.
//   meeting: The meeting.
//   theme: "Its subject, where one is named."
//   venue: Where it was held.
//   chair: Who chaired it, as the minutes name them.
//   present: Who was present.
//   apologies: Who sent apologies.
//   minutes_by: Who took the minutes, as the minutes name them.
//   items: How many agenda items there were.
//   questions: How many questions are recorded.
//   without_answer: How many of them have no answer recorded.
//   statements: How many attributed remarks are recorded besides.
//   actions: How many formal actions are recorded.
//   promises: How many promises and next steps are recorded.
//   next_meeting: When the next meeting was to be.
//   documents: The documents that record it.
//   id: The meeting's id, for `kg query evidence`.
// example: kg query meeting-summary --from 2018 --to 2022
MATCH (m:Meeting)
WHERE ($meeting IS NULL OR m.name IN $meeting)
  AND ($from IS NULL OR m.date >= $from) AND ($to IS NULL OR m.date <= $to)
CALL (m) {
  OPTIONAL MATCH (p:Person)-[r:ATTENDED]->(m)
  WITH DISTINCT p, r.status AS status ORDER BY p.name, p.id
  RETURN collect(CASE WHEN status = 'present' THEN p.name END) AS present,
         collect(CASE WHEN status = 'apologies' THEN p.name END) AS apologies
}
CALL (m) {
  OPTIONAL MATCH (m)-[:RECORDED_IN]->(d:Document)
  WITH d ORDER BY d.name, d.id
  RETURN collect(d.name) AS documents
}
CALL (m) {
  OPTIONAL MATCH (m)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(x:AgendaItem|Question|Statement|Commitment)
  RETURN count(CASE WHEN x:AgendaItem THEN 1 END) AS items,
         count(CASE WHEN x:Question THEN 1 END) AS questions,
         count(CASE WHEN x:Question AND NOT EXISTS { (x)<-[:ANSWERS]-() } THEN 1 END) AS without_answer,
         count(CASE WHEN x:Statement THEN 1 END) AS statements,
         count(CASE WHEN x.kind = 'action' THEN 1 END) AS actions,
         count(CASE WHEN x.kind IN ['promise', 'next_step'] THEN 1 END) AS promises
}
RETURN m.date AS date, m.name AS meeting, m.theme AS theme, m.venue AS venue, m.chair AS chair, present, apologies,
       m.minutes_by AS minutes_by, items, questions, without_answer, statements, actions, promises,
       m.next_date AS next_meeting, documents, m.id AS id
ORDER BY date, meeting, id
