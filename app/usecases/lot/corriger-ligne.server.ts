import { type Agent, requireDroit } from '#domain/acces/droits'
import { SYSTEME } from '#domain/acces/acteur'
import type { ChampCorrigible } from '#domain/portail/champs'
import { corriger, type Corrections, type Faute, fautesDe } from '#domain/portail/correction'
import type { Donnees } from '#domain/portail/demande-lue'
import type { LigneLue } from '#domain/portail/listing'
import { phraseNumeroDejaLu } from '#domain/portail/phrases'
import { relireLigne } from '#domain/portail/suite-ligne'
import type { ResultatLigne } from '#domain/portail/lot-vues'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { findOrCreateCampagne } from '#infra/stores/campagne/campagne'
import { loadLot } from '#infra/stores/portail/lot'
import { loadLigneRejetee, type LigneRejeteeDeLot } from '#infra/stores/portail/ligne-rejetee'
import { bilanDemandes } from '#infra/stores/portail/resume-import'
import type { Prisma } from '#prisma'
import { appliquerLigne, type FaitDeLigne } from '#usecases/portail/importer-ligne'
import { rangerListing } from '#usecases/portail/ranger-listing'

/** Which line, of which version of the lot, and what its faulty cells are to say. */
export type LigneACorriger = {
  lotId: string
  ligneId: string
  version: number
  corrections: Corrections
  /** Whether the mail that this demande calls for may leave. */
  courriels: boolean
}

/** `detail`: the sentence of the rule. */
export type RefusCorrection = 'PAS_A_CORRIGER' | ChampCorrigible

export type LigneReprise = { numero: string | null; resultat: ResultatLigne }

/**
 * An officer corrects the cells for which a line of a listing was rejected, and it is imported by the rules of every line, in its lot: the
 * dossier, what became of the line, the trace and the count of the lot, in one transaction. Throws NotFound, Conflict.
 */
export async function corrigerLigne(
  deps: Deps,
  agent: Agent,
  vise: LigneACorriger,
): Promise<Result<LigneReprise, RefusCorrection>> {
  requireDroit(agent, 'import.faire')
  return recommencer(() => deps.db.$transaction((tx) => reprendre({ ...deps, tx }, agent, vise)))
}

async function reprendre(
  { tx, ...deps }: Deps & { tx: Tx },
  agent: Agent,
  { lotId, ligneId, version, corrections, courriels }: LigneACorriger,
): Promise<Result<LigneReprise, RefusCorrection>> {
  const lot = await loadLot(tx, lotId)
  if (lot.version !== version) throw new Conflict('lot', lotId)
  const rejetee = await loadLigneRejetee(tx, { lotId, ligneId })
  if (!rejetee || lot.etat !== 'TERMINE') return no('PAS_A_CORRIGER')
  const fautes = fautesDe(rejetee.lue, rejetee.motif)
  const donnees = corriger(rejetee.lue, fautes, corrections)
  const lue = relireLigne(donnees, rejetee.ligne)
  if (lue.nature === 'REJET' || lue.nature === 'RIEN') return refuser(lue, fautes)
  const numero = lue.nature === 'DEMANDE' ? lue.demandeLue.numero : lue.ecartee.numero
  const premiere =
    numero && (await tx.lotLigne.findFirst({ where: autreLigne(rejetee, numero), select: { ligne: true } }))
  if (premiere) return no('numero', phraseNumeroDejaLu(premiere.ligne ?? 0))
  const fait = await importer({ ...deps, tx }, lue, { lotId, accuser: courriels })
  const { courriels: partis, codeOuvert, ...reste } = fait
  await tx.lotLigne.update({
    where: { id: ligneId },
    data: { ...reste, numero, valeur: null, courriels: partis.length, lue: { ...rejetee.lue, donnees } },
    select: { id: true },
  })
  const le = deps.now()
  await compter(tx, { id: lotId, version, bilan: lot.bilan, codeOuvert })
  const detail = { ligne: rejetee.ligne, numero, resultat: fait.resultat, cellules: cellules(fautes, donnees) }
  await writeJournal(tx, agent, { acte: 'corrigerLigne', objet: 'lot', objetId: lotId, detail, le })
  return ok({ numero, resultat: fait.resultat })
}

/** The same rules as for every line: what is still wrong stands at its cell. */
function refuser(lue: LigneLue, fautes: readonly Faute[]): Result<never, RefusCorrection> {
  if (lue.nature !== 'REJET') return no('PAS_A_CORRIGER')
  const { champ } = lue.rejet.lue
  const faute = fautes.find((une) => une.champ === champ) ?? fautes[0]
  return no(faute?.champ ?? 'PAS_A_CORRIGER', lue.rejet.motif)
}

/** A line of the same lot that was taken under this number. */
const autreLigne = ({ lotId, id }: LigneRejeteeDeLot, numero: string): Prisma.LotLigneWhereInput => ({
  lotId,
  numero,
  id: { not: id },
  ligne: { not: null },
  resultat: { not: 'REJET' },
})

type Fait = FaitDeLigne & { codeOuvert: string | null }

async function importer(
  { tx, now }: Deps & { tx: Tx },
  lue: Extract<LigneLue, { nature: 'DEMANDE' | 'HORS_PERIMETRE' }>,
  { lotId, accuser }: { lotId: string; accuser: boolean },
): Promise<Fait> {
  if (lue.nature === 'HORS_PERIMETRE') {
    const motif = `Autre type de demande\u00a0: ${lue.ecartee.type}.`
    return { resultat: 'HORS_PERIMETRE', colonne: null, motif, courriels: [], codeOuvert: null }
  }
  const { rangees, campagnes } = await rangerListing(
    { db: tx, now },
    { demandes: [lue.demandeLue], rejets: [], ecartees: [] },
  )
  const [rangee] = rangees
  if (!rangee) throw new Error('A line that is a demande has its campagne.')
  const { campagne, creee } = await findOrCreateCampagne(tx, rangee.millesime, now())
  if (creee) {
    const detail = { code: campagne.code, reglages: 'par défaut' }
    await writeJournal(tx, SYSTEME, {
      acte: 'ouvrirCampagne',
      objet: 'campagne',
      objetId: campagne.id,
      detail,
      le: now(),
    })
  }
  const { demandeLue } = rangee
  const fait = await appliquerLigne(tx, { lotId, demandeLue, campagne, campagnes, accuser }, now())
  return { ...fait, codeOuvert: creee ? campagne.code : null }
}

type LotACompter = { id: string; version: number; bilan: unknown; codeOuvert: string | null }

/** Claims the lot for this act, and counts it again from its lines. */
async function compter(tx: Tx, { id, version, bilan, codeOuvert }: LotACompter) {
  const ouvertes = (bilan as { campagnesOuvertes?: string[] } | null)?.campagnesOuvertes ?? []
  const compte = await bilanDemandes(tx, id, [...ouvertes, ...(codeOuvert ? [codeOuvert] : [])])
  const { count } = await tx.lot.updateMany({
    where: { id, version },
    data: { bilan: compte, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('lot', id)
}

const cellules = (fautes: readonly Faute[], donnees: Donnees) =>
  fautes.map(({ champ, colonne, valeur }) => ({ colonne, avant: valeur, apres: donnees[champ] ?? '' }))
