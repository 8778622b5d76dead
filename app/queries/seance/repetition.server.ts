import { type Agent, hasDroit } from '#domain/acces/droits'
import { type EtatDeLettre, etatDeLettre } from '#domain/seance/lettre-repetee'
import { ANOMALIES, type Anomalie, estBloquante } from '#domain/seance/repetition'
import { lettreAEssayer } from '#emails/lettre-du-dossier'
import { repeter } from '#emails/repetition'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { empreinteDe, votesADire } from '#infra/stores/seance/a-dire'
import { adressesDesVotes } from '#infra/stores/seance/seance'

/** The dossier whose very mail is shown, by its number. */
type Voulue = { id: string; voir: string | null; now: Date }

/** How far the letters of a séance are. `demandeesLe`: when they were last asked for. */
const avancement = (etats: readonly EtatDeLettre[], demandeesLe: Date | null) => ({
  total: etats.length,
  aDessiner: etats.filter((etat) => etat === 'LETTRE_A_DESSINER').length,
  enEchec: etats.filter((etat) => etat === 'LETTRE_NON_COMPOSEE').length,
  demandeesLe,
})

/**
 * Every mail and letter of a séance that is not let go yet, as it would leave now, grouped by what there is to look at in it; those with nothing
 * last. Nothing is written, and no letter is drawn. Throws NotFound.
 */
export async function repetitionDeSeance(db: Db, agent: Agent, { id, voir, now }: Voulue) {
  const [{ seance, deliberation, votes }, redacteur, adresses] = await Promise.all([
    votesADire(db, { id, now }),
    loadRedacteur(db, agent.id),
    adressesDesVotes(db, id),
  ])
  const repetes = votes.map(({ rang, dossier, decision, lettre: gardee }) => {
    const essayee = deliberation && lettreAEssayer(dossier, decision, deliberation)
    const lettre = deliberation ? etatDeLettre(empreinteDe(essayee), gardee) : 'LETTRE_A_DESSINER'
    const autour = { adresse: adresses.de(dossier), lettre }
    const { numero, objet, structure } = dossier
    const { montantCents } = decision
    return {
      ...{ rang, numero: numero ?? '', objet, structure: structure.nom, montantCents, lettre },
      ...repeter(dossier, decision, { now, redacteur }, autour),
    }
  })
  const ligne = ({ numero, objet, structure, montantCents, courriel, lettre, rang }: (typeof repetes)[number]) => ({
    ...{ rang, numero, objet, structure, montantCents, lettre, destinataire: courriel?.destinataire ?? null },
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
    lettres: avancement(
      repetes.map(({ lettre }) => lettre),
      seance.lettresDemandeesLe,
    ),
    groupes,
    sansAnomalie: repetes.filter(({ anomalies }) => anomalies.length === 0).map(ligne),
    vu: vu?.courriel ? { numero: vu.numero, courriel: vu.courriel } : null,
    peutPreparer: hasDroit(agent, 'seance.preparer'),
  }
}
