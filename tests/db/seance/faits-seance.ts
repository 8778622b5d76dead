import type { Agent } from '#domain/acces/droits'
import type { VoteSaisi } from '#domain/seance/vote'
import type { Db } from '#infra/db'
import { pageSeance } from '#queries/seance/page-seance'
import { proposerMontant } from '#usecases/proposition/proposer-montant'
import { cloreListe } from '#usecases/seance/clore-liste'
import { inscrireDossier } from '#usecases/seance/composer-liste'
import { preparerNotification } from '#usecases/seance/preparer-notification'
import { creerSeance } from '#usecases/seance/regler-seance'
import { voterLigne } from '#usecases/seance/voter-ligne'
import { dessinerLettres } from '#usecases/seance/dessiner-lettres'
import { NOW, SIGNATAIRE, unAgent, unDossier, uneCampagne } from '../dossier/faits'

/** Four days after the séance of {@link seancesDans}. */
export const APRES = new Date('2025-06-20T08:00:00Z')

export const RIEN: VoteSaisi = {
  vote: 'ADOPTE',
  montantCents: null,
  motif: '',
  precision: '',
  depassement: '',
  presents: '',
}
export const PRECISION = 'Les repas ne sont pas retenus.'

/** What tests of séances do over and over in one database, whose clock they set; `chef` enters the votes. */
export async function seancesDans(db: Db) {
  const [agent, chef]: [Agent, Agent] = [await unAgent(db), await unAgent(db, 'RESPONSABLE', 'Dominique')]
  const horloge = { now: NOW }
  const deps = { db, now: () => horloge.now }

  const dossierDe = (id: string) => db.dossier.findUniqueOrThrow({ where: { id } })
  const vise = async (id: string) => ({ id, version: (await db.seance.findUniqueOrThrow({ where: { id } })).version })

  async function uneSeance() {
    const answer = await creerSeance(deps, agent, { jour: '2025-06-16', cloture: '2025-05-26', intitule: '' })
    if (!answer.ok) throw new Error(answer.reason)
    return answer.value.id
  }

  /** A dossier in instruction for which all that is asked is proposed. */
  async function unPropose(campagneId?: string, montantDemandeCents = 450_000n) {
    const { id: dossierId, version } = await unDossier(db, {
      ...{ etat: 'EN_INSTRUCTION', montantDemandeCents },
      campagneId: campagneId ?? (await uneCampagne(db, { reglages: { signataire: SIGNATAIRE } })).id,
    })
    await proposerMontant(deps, agent, {
      dossierId,
      version,
      avis: 'FAVORABLE',
      montant: { base: 'DEMANDE' },
      motif: '',
    })
    return dossierId
  }

  const inscrire = async (seanceId: string, dossierId: string) =>
    inscrireDossier(deps, agent, { seanceId, dossierId, version: (await dossierDe(dossierId)).version })

  /** A séance whose list is frozen, with these dossiers in this order; gives the ids of its lines. */
  async function uneListe(...dossiers: string[]) {
    const seanceId = await uneSeance()
    for (const dossierId of dossiers) await inscrire(seanceId, dossierId)
    const close = await cloreListe(deps, agent, await vise(seanceId))
    if (!close.ok) throw new Error(close.reason)
    const lignes = (await pageSeance(db, chef, { id: seanceId, now: NOW })).lignes.map(({ id }) => id)
    return { seanceId, lignes }
  }

  const dessiner = (seanceId: string) => dessinerLettres(deps, seanceId)

  /** Its letters are drawn, and its mails read by the agent, for the chef to let them go. */
  const relire = async (seanceId: string, par = agent) => {
    await dessiner(seanceId)
    return preparerNotification(deps, par, await vise(seanceId))
  }

  const ligneDe = (id: string) => db.ligneSeance.findUniqueOrThrow({ where: { id } })

  const voter = async (ligneId = '', saisi: Partial<VoteSaisi> = {}, par = chef) =>
    voterLigne(deps, par, { ligneId, version: (await ligneDe(ligneId)).version, saisi: { ...RIEN, ...saisi } })

  return {
    agent,
    chef,
    horloge,
    deps,
    dossierDe,
    vise,
    uneSeance,
    unPropose,
    inscrire,
    uneListe,
    ligneDe,
    voter,
    relire,
    dessiner,
  }
}
