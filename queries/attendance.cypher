// title: Attendance
// topic: one
// summary: Lists who was at each meeting or sent apologies, who chaired it and who took the minutes.
// parameters:
//   person: {type: name, of: [Person], description: "Who attends.", example: Gareth Pellow}
//   status: {type: choice, choices: [present, apologies], description: "Whether present.", example: apologies}
//   meeting: {type: name, of: [Meeting], description: "The meeting.", example: "Public Accountability Meeting, 2024-05-21"}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   date: When the meeting was held.
//   meeting: The meeting.
//   person: The person.
//   status: "present or apologies; empty for who only chairs or takes the minutes."
//   capacity: The role as the minutes print it.
//   acting: "Whether acting, temporary or interim in it."
//   chaired: Whether they chaired the meeting.
//   took_minutes: Whether they took the minutes.
//   id: The person's id, for `kg query evidence`.
// example: kg query attendance --person "Gareth Pellow" --from 2018
MATCH (p:Person)-[r:ATTENDED|CHAIRED|TOOK_MINUTES]->(m:Meeting)
WHERE ($person IS NULL OR p.name IN $person)
  AND ($meeting IS NULL OR m.name IN $meeting)
  AND ($from IS NULL OR m.date >= $from) AND ($to IS NULL OR m.date <= $to)
WITH m, p, r ORDER BY r.status, r.capacity
WITH m, p, collect(DISTINCT r.status) AS status, collect(DISTINCT r.capacity) AS capacity,
     collect(r.acting) AS acting, collect(type(r)) AS roles
WHERE $status IS NULL OR $status IN status
RETURN m.date AS date, m.name AS meeting, p.name AS person, status, capacity, any(sign IN acting WHERE sign) AS acting,
       'CHAIRED' IN roles AS chaired, 'TOOK_MINUTES' IN roles AS took_minutes, p.id AS id
ORDER BY date, meeting, m.id, person, id
