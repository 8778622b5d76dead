import { type Agent, hasDroit } from '#domain/acces/droits'
import { ANOMALIES, type Anomalie, estBloquante } from '#domain/seance/repetition'
import { decisionVotee } from '#domain/seance/vote-notifie'
import { repeter } from '#emails/repetition'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { avecGenre } from '#infra/stores/dossier/structure'
import { adressesDesVotes, A_NOTIFIER, delibereeDe, loadSeance } from '#infra/stores/seance/seance'

const DOSSIER = {
  id: true,
  numero: true,
  objet: true,
  deposeLe: true,
  montantDemandeCents: true,
  projetFin: true,
  contactNom: true,
  contactCourriel: true,
  structure: { select: { nom: true, genre: true, courriel: true } },
  campagne: { select: { dispositif: true, reglages: true, textes: true } },
} as const

/** The dossier whose very mail is shown, by its number. */
type Voulue = { id: string; voir: string | null; now: Date }

/**
 * Every mail of a séance that is not let go yet, as it would leave now, grouped by what there is to look at in it; those with nothing last.
 * Nothing is written. Throws NotFound.
 */
export async function repetitionDeSeance(db: Db, agent: Agent, { id, voir, now }: Voulue) {
  const seance = await loadSeance(db, id)
  const deliberation = delibereeDe(seance.deliberation)
  const [lues, redacteur, adresses] = await Promise.all([
    db.ligneSeance.findMany({
      where: { seanceId: id, ...A_NOTIFIER },
      orderBy: { rang: 'asc' },
      select: {
        rang: true,
        nature: true,
        montantCents: true,
        motif: true,
        precision: true,
        dossier: { select: DOSSIER },
      },
    }),
    loadRedacteur(db, agent.id),
    adressesDesVotes(db, id),
  ])
  const repetes = lues.flatMap(({ dossier: lu, rang, ...vote }) => {
    const decision = decisionVotee({ seanceId: id, ...vote }, now)
    if (!decision) return []
    const dossier = avecGenre(lu)
    const reference = deliberation && { reference: deliberation.numero, le: deliberation.le }
    const repete = repeter(dossier, { ...decision, deliberation: reference }, { now, redacteur }, adresses.de(dossier))
    const { numero, objet, structure } = dossier
    return [{ rang, numero: numero ?? '', objet, structure: structure.nom, montantCents: vote.montantCents, ...repete }]
  })
  const ligne = ({ numero, objet, structure, montantCents, courriel, rang }: (typeof repetes)[number]) => ({
    ...{ rang, numero, objet, structure, montantCents, destinataire: courriel?.destinataire ?? null },
  })
  const groupes = ANOMALIES.map(
    (anomalie): { anomalie: Anomalie; bloque: boolean; lignes: ReturnType<typeof ligne>[] } => ({
      anomalie,
      bloque: estBloquante(anomalie),
      lignes: repetes.filter(({ anomalies }) => anomalies.includes(anomalie)).map(ligne),
    }),
  ).filter(({ lignes }) => lignes.length > 0)
  const vu = repetes.find(({ numero }) => numero === voir) ?? null
  return {
    ...{ id, version: seance.version, jour: seance.jour, intitule: seance.intitule, preparation: seance.preparation },
    deliberation,
    executoire: seance.deliberation?.executoireLe != null,
    total: repetes.length,
    groupes,
    sansAnomalie: repetes.filter(({ anomalies }) => anomalies.length === 0).map(ligne),
    vu: vu?.courriel ? { numero: vu.numero, courriel: vu.courriel } : null,
    peutPreparer: hasDroit(agent, 'seance.preparer'),
  }
}
