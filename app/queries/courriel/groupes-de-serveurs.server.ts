import type { Db } from '#infra/db'

/** The groups of receiving servers in order, the pace of each, and how many mails wait for their turn. */
export async function groupesDeServeurs(db: Db) {
  const [lus, attentes] = await Promise.all([
    db.groupeDeServeurs.findMany({
      orderBy: { nom: 'asc' },
      select: { id: true, nom: true, version: true, simultanes: true, parHeure: true, domaines: true },
    }),
    db.$queryRaw<{ groupeId: string; n: number }[]>`
      SELECT d.groupe_id AS "groupeId", count(*)::int AS n FROM courriel c JOIN domaine_de_groupe d ON d.domaine = domaine_de(c.destinataire)
      WHERE c.etat = 'A_ENVOYER' AND c.attend_tour_depuis IS NOT NULL GROUP BY 1`,
  ])
  return lus.map(({ domaines, ...groupe }) => ({
    ...groupe,
    domaines: domaines.map(({ domaine }) => domaine).toSorted(),
    enAttente: attentes.find(({ groupeId }) => groupeId === groupe.id)?.n ?? 0,
  }))
}
