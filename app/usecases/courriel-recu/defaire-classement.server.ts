import type { Acteur } from '#domain/acces/acteur'
import { type Effet, lireEffet } from '#domain/courriel-recu/effet'
import { colonnesDe, lireChamps, lireNonReconnues } from '#domain/pre-projet/champs'
import { suitePreProjet } from '#domain/pre-projet/etat'
import { no, ok, type Result } from '#domain/result'
import { reprendreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import type { CourrielRecuGarde } from '#infra/stores/courriel-recu/courriel-recu'
import { claimPreProjet, loadPreProjet } from '#infra/stores/pre-projet/pre-projet'
import type { Prisma } from '#prisma'

export type RefusDefaire = 'FICHE_DEJA_TRAVAILLEE' | 'DEMANDE_DEJA_TRAITEE'

/** What became of what the former classification had made, told to the officer. */
export type Defait = 'FICHE_RETIREE' | 'FICHE_CLOSE' | 'FICHE_RENDUE' | 'VALEURS_GARDEES' | 'DEMANDE_RETIREE'

type ADefaire = {
  recu: CourrielRecuGarde
  /** The pré-projet the mail goes to: what it made there stays. */
  gardeId: string | null
  /** The mail is still one that carries fiches: those beside the first stay too. */
  porteDesFiches: boolean
  par: Acteur
  le: Date
}

/**
 * Takes back what the classification of a mail had made, as long as nobody touched it: the fiche it created, what it said of a fiche, the
 * requests it carried. What an officer typed is never lost: it is left as it is, or the whole is refused.
 */
export async function defaireClassement(
  tx: Tx,
  { recu, gardeId, porteDesFiches, par, le }: ADefaire,
): Promise<Result<Defait[], RefusDefaire>> {
  const demandes = await tx.demandeDeverrouillage.findMany({ where: { courrielRecuId: recu.id } })
  if (demandes.some(({ etat }) => etat !== 'EN_ATTENTE')) return no('DEMANDE_DEJA_TRAITEE')
  const autres = porteDesFiches
    ? []
    : await tx.ficheDeCourriel.findMany({ where: { courrielRecuId: recu.id }, select: { effet: true } })
  const faits: Fait[] = []
  for (const { effet: json } of [recu, ...autres]) {
    const effet = lireEffet(json)
    if (!effet || effet.preProjetId === gardeId) continue
    const fiche = await loadPreProjet(tx, effet.preProjetId)
    faits.push({ effet, fiche, intacte: fiche.version === effet.version })
  }
  // All is looked at before anything is taken back: a refusal leaves everything as it is.
  if (faits.some(({ effet, intacte }) => effet.genre === 'FICHE_CREEE' && !intacte)) return no('FICHE_DEJA_TRAVAILLEE')
  const defaits: Defait[] = []
  for (const fait of faits) defaits.push(await defaireEffet(tx, fait, { recu, par, le }))
  if (!porteDesFiches) await tx.ficheDeCourriel.deleteMany({ where: { courrielRecuId: recu.id } })
  else if (gardeId) await tx.ficheDeCourriel.deleteMany({ where: { courrielRecuId: recu.id, preProjetId: gardeId } })
  for (const { id, dossierId } of demandes) {
    await tx.demandeDeverrouillage.delete({ where: { id }, select: { id: true } })
    const detail = { defait: 'DEMANDE_RETIREE', courrielRecuId: recu.id, de: recu.de, sujet: recu.sujet }
    await writeJournal(tx, par, { acte: 'reclasserCourriel', objet: 'dossier', objetId: dossierId, detail, le })
  }
  if (demandes.length > 0) defaits.push('DEMANDE_RETIREE')
  return ok([...new Set(defaits)])
}

type Fiche = Awaited<ReturnType<typeof loadPreProjet>>
type Contexte = { recu: CourrielRecuGarde; par: Acteur; le: Date }

/** What the mail did to one fiche; `intacte`: nobody touched it since. */
type Fait = { effet: Effet; fiche: Fiche; intacte: boolean }

async function defaireEffet(tx: Tx, { effet, fiche, intacte }: Fait, contexte: Contexte): Promise<Defait> {
  if (effet.genre === 'FICHE_CREEE') return retirerFiche(tx, fiche, contexte)
  if (!intacte) return 'VALEURS_GARDEES'
  const champs = lireChamps(effet.champs)
  await claimPreProjet(tx, fiche, {
    ...colonnesDe(champs),
    champs: champs as Prisma.InputJsonObject,
    nonReconnues: lireNonReconnues(effet.nonReconnues),
    etat: effet.etat,
  })
  await dire(tx, fiche.id, { defait: 'FICHE_RENDUE', ...contexte })
  return 'FICHE_RENDUE'
}

/** A fiche that nobody touched goes with its mail; one about which a mail has left stays, closed. */
async function retirerFiche(tx: Tx, fiche: Fiche, contexte: Contexte): Promise<Defait> {
  const envoyes = await tx.courriel.findMany({ where: { preProjetId: fiche.id } })
  let parti = false
  for (const { etat, cleUnique } of envoyes)
    if (etat !== 'ANNULE' && !(await reprendreCourriel(tx, cleUnique))) parti = true
  await tx.courrielRecu.updateMany({
    where: { id: contexte.recu.id, preProjetId: fiche.id },
    data: { preProjetId: null },
  })
  if (parti) {
    await claimPreProjet(tx, fiche, { etat: suitePreProjet(fiche.etat, 'clore') ?? fiche.etat })
    await dire(tx, fiche.id, { defait: 'FICHE_CLOSE', ...contexte })
    return 'FICHE_CLOSE'
  }
  // Answers and copies that had followed it are mails of no fiche again.
  await tx.courrielRecu.updateMany({ where: { preProjetId: fiche.id }, data: { preProjetId: null } })
  await tx.courriel.updateMany({ where: { preProjetId: fiche.id }, data: { preProjetId: null } })
  await claimPreProjet(tx, fiche)
  await tx.preProjet.delete({ where: { id: fiche.id }, select: { id: true } })
  await dire(tx, fiche.id, { defait: 'FICHE_RETIREE', ...contexte })
  return 'FICHE_RETIREE'
}

const dire = (tx: Tx, preProjetId: string, { defait, recu, par, le }: Contexte & { defait: Defait }) =>
  writeJournal(tx, par, {
    acte: 'reclasserCourriel',
    objet: 'pre-projet',
    objetId: preProjetId,
    detail: { defait, courrielRecuId: recu.id, de: recu.de, sujet: recu.sujet },
    le,
  })
