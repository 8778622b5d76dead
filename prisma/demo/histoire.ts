import type { Agent } from '#domain/acces/droits'
import { isCodePiece } from '#domain/piece/piece'
import { addDays, jourDeParis, type Jour } from '#domain/temps/jour'
import { phraseAbsente } from '#libelles/complement/complement-phrases'
import type { Db } from '#infra/db'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { retirerDossier } from '#usecases/dossier/retirer-dossier'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { dossierDe, importeLeDe, numeroDe } from './extraction'

export type Equipe = { instructeur: Agent; responsable: Agent }

type Deps = { db: Db; now: () => Date }

type Answer = { ok: boolean; reason?: string }

/** A demonstration that a rule refuses is a bug of the demonstration. */
const must = (answer: Answer, quoi: string) => {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${quoi}: ${answer.reason}`)
}

/** The days after the import when the officer looked, and when it was decided. */
const JOURS = { controle: 1, declare: 1, instruit: 2, decide: 61 }

const at = (jour: Jour, heure: number) => new Date(`${jour}T${String(heure).padStart(2, '0')}:20:00.000Z`)

/** Lives one dossier as far as its scenario says, through the acts an officer does. `aujourdhui` bounds every instant. */
export async function vivre(
  db: Db,
  { instructeur, responsable }: Equipe,
  rang: number,
  maintenant: Date,
): Promise<void> {
  const dossier = dossierDe(rang)
  const { scenario } = dossier
  if (scenario === 'brouillon' || scenario === 'nouveau') return

  const aujourdhui = jourDeParis(maintenant)
  const importe = importeLeDe(dossier, rang, aujourdhui)
  const le = (jours: number, heure: number): Deps => {
    const instant = at(addDays(importe, jours), heure)
    return { db, now: () => (instant > maintenant ? maintenant : instant) }
  }
  const numero = numeroDe(rang)
  const vise = async () => {
    const { id, version } = await db.dossier.findUniqueOrThrow({
      where: { numero },
      select: { id: true, version: true },
    })
    return { dossierId: id, version }
  }

  if (scenario === 'sansSuite') {
    const deps = le(JOURS.decide, 10)
    must(
      await retirerDossier(deps, responsable, {
        ...(await vise()),
        precision: 'Renonce au voyage, dit par téléphone.',
        prevenir: true,
      }),
      numero,
    )
    return
  }
  must(
    await affecterDossier(le(JOURS.controle, 8), instructeur, {
      ...(await vise()),
      agentId: rang % 4 === 0 ? responsable.id : instructeur.id,
      message: '',
    }),
    numero,
  )
  await controlerTout(
    le(JOURS.controle, 9),
    instructeur,
    numero,
    scenario === 'incomplet' || scenario === 'deverrouille',
  )
  if (scenario === 'incomplet') {
    const deps = le(JOURS.declare, 14)
    const { codesManquants } = await db.dossier.findUniqueOrThrow({
      where: { numero },
      select: { codesManquants: true },
    })
    const elements = codesManquants.filter(isCodePiece).map((code) => ({ code, ...phraseAbsente(code) }))
    const demande = { elements, limite: addDays(jourDeParis(deps.now()), 21), remplace: null, cles: [] }
    must(await demanderComplements(deps, instructeur, { ...(await vise()), ...demande }), numero)
    return
  }
  if (scenario === 'deverrouille') {
    const ouverture = {
      sections: ['BUDGET', 'PIECES'] as const,
      champs: [],
      pieces: [],
      motif: 'Le budget prévisionnel n’est pas équilibré : merci de le corriger et de le déposer à nouveau.',
      echeance: addDays(aujourdhui, 5),
    }
    must(
      await deverrouillerDossier({ db, now: () => maintenant }, instructeur, { ...(await vise()), ...ouverture }),
      numero,
    )
    return
  }
  if (scenario === 'refuse') {
    const refus = {
      motif: 'NOTE_INSUFFISANTE',
      precision: 'Le projet ne prévoit pas de rencontre avec des jeunes du pays d’accueil.',
    }
    must(await refuserDossier(le(JOURS.decide, 11), responsable, { ...(await vise()), ...refus }), numero)
    return
  }
  must(await declarerComplet(le(JOURS.declare, 14), instructeur, await vise()), numero)
  if (scenario === 'complet') return
  must(await instruireDossier(le(JOURS.instruit, 15), instructeur, await vise()), numero)
  if (scenario === 'instruction') return
  const part = scenario === 'partiel' ? 0.7 : 1
  const montantCents = BigInt(Math.round((dossier.demande * part) / 50) * 50) * 100n
  const precision = scenario === 'partiel' ? 'Les dépenses de restauration ne sont pas retenues.' : ''
  const accord = { ...(await vise()), montantCents, precision }
  must(await accorderDossier(le(JOURS.decide, 11), responsable, accord), numero)
}

/** The officer looks at every pièce; on a dossier that will not be complete, the budget is left to be looked at again. */
async function controlerTout(deps: Deps, agent: Agent, numero: string, sansBudget: boolean) {
  const { id, pieces } = await deps.db.dossier.findUniqueOrThrow({
    where: { numero },
    select: { id: true, pieces: { orderBy: { rang: 'asc' }, select: { id: true, version: true, code: true } } },
  })
  for (const piece of pieces) {
    if (sansBudget && piece.code === 'BUDGET_PROJET') continue
    must(
      await controlerPiece(deps, agent, {
        dossierId: id,
        pieceId: piece.id,
        versionPiece: piece.version,
        controle: 'CONFORME',
      }),
      numero,
    )
  }
}
