import type { Db } from '#infra/db'

type Ligne = { cote: string; nature: string; code: string; montantCents: string }
type Budget = { lisible: boolean; budget?: { lignes: Ligne[] } } | null

/** A pièce that an officer has set aside says nothing any more. */
const ECARTEES = ['NON_CONFORME', 'SANS_OBJET', 'DISPENSEE']
const ILLISIBLES = ['VIDE', 'PDF_PROTEGE', 'PDF_ILLISIBLE']
const REGLEES = ['CONFORME', 'SANS_OBJET', 'DISPENSEE']

const somme = (lignes: Ligne[], cote: string) =>
  lignes
    .filter((l) => l.cote === cote && l.nature === 'DETAIL')
    .reduce((total, l) => total + BigInt(l.montantCents), 0n)

const ecart = (a: bigint, b: bigint) => (a > b ? a - b : b - a)

/** The budgets of these paths have but two faults: charges that are not the produits, and a line that is not the amount asked; to a euro. */
function duBudget(lue: Budget, demande: bigint): [string, string][] {
  if (lue === null) return [['budget/lecture', '']]
  if (!lue.lisible || !lue.budget) return [['budget/illisible', '']]
  const { lignes } = lue.budget
  const [charges, produits] = [somme(lignes, 'CHARGES'), somme(lignes, 'PRODUITS')]
  const departement = BigInt(lignes.find(({ code }) => code === '74dep')?.montantCents ?? '0')
  return [
    ...(ecart(charges, produits) > 100n ? [['budget/B01', `${charges} ${produits}`] as [string, string]] : []),
    ...(ecart(departement, demande) > 100n ? [['budget/B04', `${departement} ${demande}`] as [string, string]] : []),
  ]
}

export type Constate = {
  etat: string
  version: number
  /** What blocks now, by name, each with the fact it is seen on; whether somebody passed over it is not looked at. */
  bloque: Map<string, string>
  /** The pièces asked for that are not there and accepted. */
  aRevoir: string[]
}

/**
 * What docs/domaine.md § 8.4 says blocks this dossier, found again from its rows alone: nothing of #domain nor of #infra/stores is asked. For
 * dossiers of which a RIB and statuts are asked, on a server with an antivirus.
 */
export async function constater(db: Db, dossierId: string, now: Date): Promise<Constate> {
  const { etat, version, montantDemandeCents, deverrouillages, modifications, pieces } =
    await db.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      include: {
        deverrouillages: true,
        modifications: true,
        pieces: {
          orderBy: [{ rang: 'asc' }, { id: 'asc' }],
          include: { versions: { orderBy: { numero: 'desc' } }, signalementsEcartes: true },
        },
      },
    })
  const bloque = new Map<string, string>()
  const ouvert = deverrouillages.find(({ refermeLe, echeance }) => refermeLe === null && echeance > now)
  if (ouvert) bloque.set('deverrouillage', ouvert.id)
  const enAttente = modifications.filter((m) => m.etat === 'EN_COURS' || m.etat === 'REDEPOSEE')
  if (enAttente.length > 0) bloque.set('modification', enAttente.map(({ id }) => id).join())
  const [budget] = pieces
    .filter(({ code }) => code === 'BUDGET_PROJET')
    .flatMap(({ versions }) => versions.slice(0, 1))
    .sort((a, b) => b.recueLe.getTime() - a.recueLe.getTime() || b.numero - a.numero)
  if (budget && budget.analyse !== 'INFECTE')
    for (const [cle, chiffres] of duBudget(budget.budget as Budget, montantDemandeCents))
      bloque.set(cle, `${budget.id} ${chiffres}`)
  for (const { id, controle, versions, signalementsEcartes } of pieces) {
    const [derniere] = versions
    if (!derniere || ECARTEES.includes(controle)) continue
    const dits = (derniere.signalements as { probleme: string }[]).map(({ probleme }) => probleme)
    const tus = signalementsEcartes.filter(({ sha256 }) => sha256 === derniere.sha256).map(({ probleme }) => probleme)
    const reste = dits.filter((probleme) => !tus.includes(probleme))
    if (derniere.analyse === 'INFECTE') bloque.set(`fichier_infecte/${id}`, derniere.id)
    else if (derniere.analyse === 'NON_ANALYSE') bloque.set(`fichier_non_analyse/${id}`, derniere.id)
    else if (
      reste.some((probleme) => ILLISIBLES.includes(probleme)) ||
      (derniere.typeMime === 'application/octet-stream' && !tus.includes('CONTENU_INATTENDU'))
    )
      bloque.set(`piece_illisible/${id}`, derniere.id)
  }
  const aRevoir = ['RIB', 'STATUTS'].filter((demandee) => {
    const siennes = pieces.filter(
      ({ code, controle, versions }) => code === demandee && (versions.length > 0 || REGLEES.includes(controle)),
    )
    return siennes.length === 0 || siennes.some(({ controle }) => !REGLEES.includes(controle))
  })
  return { etat, version, bloque, aRevoir }
}

/** What ends a dossier without an answer on its merits waits only for what the demandeur writes (docs/domaine.md § 8.4). */
const SANS_REPONSE = ['SANS_SUITE', 'RETIRE', 'DECIDE_AILLEURS', 'REJET_IMPLICITE']
const DU_DEMANDEUR = ['deverrouillage', 'modification']

/** What stood in the way of what was reached, and nobody had passed over as it was. */
export const enTravers = ({ etat, bloque, aRevoir }: Constate, passes: Map<string, string>): string[] => [
  ...[...bloque]
    .filter(([cle, fait]) => passes.get(cle) !== fait && (!SANS_REPONSE.includes(etat) || DU_DEMANDEUR.includes(cle)))
    .map(([cle]) => cle),
  ...(['COMPLET', 'ACCORDE', 'ACCORDE_PARTIEL'].includes(etat) ? aRevoir : []),
]

/** What the budgets and the files of these paths can have wrong, by name. */
export const NOMMES = [
  ...['budget/B01', 'budget/B04', 'budget/illisible', 'budget/lecture'],
  ...['fichier_infecte', 'fichier_non_analyse', 'piece_illisible'],
]
