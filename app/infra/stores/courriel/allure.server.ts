import { type Allure, placesLibres } from '#domain/courriel/groupe-de-serveurs'
import type { Rythme } from '#domain/courriel/suspension'
import type { Tx } from '#infra/db'
import { promiseJobs } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'

/** The pace of a group of receiving servers, held until the commit: no other mail of the group begins or ends meanwhile. */
type Tenu = Allure & { id: string }

/** The group that serves this address, held; null where none is set. */
export async function tenirGroupe(tx: Tx, destinataire: string): Promise<Tenu | null> {
  const [groupe] = await tx.$queryRaw<Tenu[]>`
    SELECT g.id, g.simultanes, g.par_heure AS "parHeure" FROM groupe_de_serveurs g
    WHERE g.id = (SELECT groupe_id FROM domaine_de_groupe WHERE domaine = domaine_de(${destinataire})) FOR NO KEY UPDATE`
  return groupe ?? null
}

/** The group of this id, held; null where it was taken away. */
async function tenirParId(tx: Tx, id: string): Promise<Tenu | null> {
  const [groupe] = await tx.$queryRaw<Tenu[]>`
    SELECT id, simultanes, par_heure AS "parHeure" FROM groupe_de_serveurs WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return groupe ?? null
}

type Quand = { le: Date; rythme: Pick<Rythme, 'bail' | 'silence'> }

/**
 * How many more mails may begin towards a group that is held. A mail has its place from its hold to its end; the hold of a worker that died
 * lapses (`bail` before the message, `silence` once the server was reading it), and its place comes back.
 */
export async function placesDuGroupe(tx: Tx, groupe: Tenu, { le, rythme }: Quand): Promise<number> {
  const avant = (ms: number) => new Date(le.getTime() - ms)
  const [compte] = await tx.$queryRaw<{ enRoute: number; commences: number }[]>`
    WITH d AS (SELECT domaine FROM domaine_de_groupe WHERE groupe_id = ${groupe.id}::uuid)
    SELECT
      (SELECT count(*)::int FROM courriel c WHERE c.etat = 'A_ENVOYER' AND c.prise IS NOT NULL
        AND CASE WHEN c.transmis_le IS NULL THEN c.pris_le > ${avant(rythme.bail)} ELSE c.transmis_le > ${avant(rythme.silence)} END
        AND domaine_de(c.destinataire) IN (SELECT domaine FROM d)) AS "enRoute",
      CASE WHEN ${groupe.parHeure}::int IS NULL THEN 0 ELSE (SELECT count(*)::int FROM courriel c
        WHERE c.essaye_le > ${avant(60 * 60_000)} AND domaine_de(c.destinataire) IN (SELECT domaine FROM d)) END AS commences`
  return compte ? placesLibres(groupe, compte) : 0
}

/** The oldest of those that wait for their turn towards a group that is held go and ask again; gives how many. */
async function appeler(tx: Tx, groupeId: string, combien: number): Promise<number> {
  if (combien <= 0) return 0
  const appeles = await tx.$queryRaw<{ id: string }[]>`
    UPDATE courriel SET attend_tour_depuis = NULL WHERE id IN (
      SELECT c.id FROM courriel c JOIN domaine_de_groupe d ON d.domaine = domaine_de(c.destinataire)
      WHERE d.groupe_id = ${groupeId}::uuid AND c.etat = 'A_ENVOYER' AND c.attend_tour_depuis IS NOT NULL
      ORDER BY c.du_le, c.id LIMIT ${combien} FOR UPDATE OF c SKIP LOCKED) RETURNING id`
  await promettre(tx, appeles)
  return appeles.length
}

const promettre = (tx: Tx, lus: readonly { id: string }[]) =>
  promiseJobs(
    tx,
    envoiDeCourriel,
    lus.map(({ id }) => ({ courrielId: id })),
  )

/**
 * A mail to this address ends, whatever became of it: the next of its group takes its place with the same commit. Called before the journal is
 * written to: who asks for a turn holds the group first too.
 */
export async function laisserSaPlace(tx: Tx, destinataire: string): Promise<void> {
  const groupe = await tenirGroupe(tx, destinataire)
  if (groupe) await appeler(tx, groupe.id, 1)
}

/** The groups for which somebody waits. */
export async function groupesAttendus(tx: Tx): Promise<string[]> {
  const lus = await tx.$queryRaw<{ groupeId: string }[]>`
    SELECT DISTINCT d.groupe_id AS "groupeId" FROM courriel c JOIN domaine_de_groupe d ON d.domaine = domaine_de(c.destinataire)
    WHERE c.etat = 'A_ENVOYER' AND c.attend_tour_depuis IS NOT NULL`
  return lus.map(({ groupeId }) => groupeId)
}

/** Calls as many of those that wait for this group as it has places now; gives how many. */
export async function remplirGroupe(tx: Tx, groupeId: string, quand: Quand): Promise<number> {
  const groupe = await tenirParId(tx, groupeId)
  return groupe ? appeler(tx, groupe.id, await placesDuGroupe(tx, groupe, quand)) : 0
}

/** Those that wait for a group that was taken away wait for nothing any more. */
export async function libererSansGroupe(tx: Tx, limite: number): Promise<number> {
  const libres = await tx.$queryRaw<{ id: string }[]>`
    UPDATE courriel SET attend_tour_depuis = NULL WHERE id IN (
      SELECT c.id FROM courriel c WHERE c.etat = 'A_ENVOYER' AND c.attend_tour_depuis IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM domaine_de_groupe d WHERE d.domaine = domaine_de(c.destinataire))
      ORDER BY c.du_le, c.id LIMIT ${limite} FOR UPDATE OF c SKIP LOCKED) RETURNING id`
  await promettre(tx, libres)
  return libres.length
}
