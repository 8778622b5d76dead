import { formatMontant, parseMontant } from '#domain/budget/montant'
import type { ChampDuService, TypeDeChamp } from '#domain/champ-du-service/champ'
import { no, ok, type Result } from '#domain/result'
import { formatJour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { plier } from '#domain/texte'

/** Characters of what is written in a field of text. */
export const TEXTE_DU_SERVICE_MAX = 500

/** A field, and what it holds, as it is kept. */
export type ChampRempli = Pick<ChampDuService, 'libelle' | 'type'> & { valeur: string }

/** What a dossier holds in the fields of the service, by the id of the field, from what was kept. */
export const lireValeurs = (gardees: unknown): Record<string, string> =>
  typeof gardees === 'object' && gardees !== null
    ? Object.fromEntries(
        Object.entries(gardees).filter((une): une is [string, string] => typeof une[1] === 'string' && une[1] !== ''),
      )
    : {}

export type RefusValeur = 'TEXTE_TROP_LONG' | 'PAS_UN_NOMBRE' | 'PAS_UN_MONTANT' | 'PAS_UN_JOUR' | 'PAS_UN_CHOIX'

const NOMBRE = /^-?\d{1,12}(?:\.\d{1,6})?$/

/** The choice that these words name, whatever their accents and capitals. */
function choisir(choix: readonly string[], saisie: string): Result<string, RefusValeur> {
  const choisi = choix.find((un) => un === saisie) ?? choix.find((un) => plier(un) === plier(saisie))
  return choisi === undefined ? no('PAS_UN_CHOIX') : ok(choisi)
}

/**
 * How each kind is kept: a text as it is, a number with a point, an amount in cents, a day as ISO says it, OUI or NON, a choice by its words. A choice
 * that the list no longer has stays where it is (`avant`).
 */
const LECTURES: Record<
  TypeDeChamp,
  (saisie: string, champ: Pick<ChampDuService, 'choix'>, avant: string | null) => Result<string, RefusValeur>
> = {
  TEXTE: (saisie) => (saisie.length > TEXTE_DU_SERVICE_MAX ? no('TEXTE_TROP_LONG') : ok(saisie)),
  NOMBRE: (saisie) => {
    const nombre = saisie.replace(/\s/gu, '').replace(',', '.')
    return NOMBRE.test(nombre) ? ok(nombre) : no('PAS_UN_NOMBRE')
  },
  MONTANT: (saisie) => {
    const cents = parseMontant(saisie)
    return cents === null ? no('PAS_UN_MONTANT') : ok(String(cents))
  },
  DATE: (saisie) => {
    const jour = jourSaisi(saisie)
    return jour.ok ? jour : no('PAS_UN_JOUR')
  },
  OUI_NON: (saisie) => choisir(['OUI', 'NON'], saisie),
  LISTE: (saisie, { choix }, avant) => (saisie === avant ? ok(saisie) : choisir(choix, saisie)),
}

/** What somebody typed in this field, as it is kept. */
export const lireSaisie = ({ type, choix }: Pick<ChampDuService, 'type' | 'choix'>, saisie: string) =>
  LECTURES[type](saisie.trim(), { choix }, null)

const DITS: Record<TypeDeChamp, (valeur: string) => string> = {
  TEXTE: (valeur) => valeur,
  NOMBRE: (valeur) => valeur.replace('.', ','),
  MONTANT: (valeur) => formatMontant(BigInt(valeur)),
  DATE: formatJour,
  OUI_NON: (valeur) => (valeur === 'OUI' ? 'Oui' : 'Non'),
  LISTE: (valeur) => valeur,
}

/** What a field holds, as it is read, and as {@link lireSaisie} reads it again; nothing where it holds nothing. */
export const direValeur = (type: TypeDeChamp, valeur: string | null): string =>
  valeur === null ? '' : DITS[type](valeur)

/** What somebody typed as a field of a kind that has no choices keeps it. */
export const lireValeur = (type: Exclude<TypeDeChamp, 'LISTE'>, saisie: string): Result<string, RefusValeur> =>
  LECTURES[type](saisie.trim(), { choix: [] }, null)

type Change = { champ: ChampDuService; avant: string | null; apres: string | null }

/** A field of a dossier and what it holds; one that is put away, or of the campagne it was of before, is filled in no more. */
export type ChampDuDossier = {
  champ: ChampDuService
  /** True where it is what the structure answered on the extranet: it changes as the rest of its form does, by whom it is of. */
  deLaStructure: boolean
  valeur: string | null
}

/** May an officer write in it? */
export const estAuService = ({ champ: { archive }, deLaStructure }: Omit<ChampDuDossier, 'valeur'>): boolean =>
  !archive && !deLaStructure

export type RefusRemplissage = RefusValeur | 'RIEN_A_CHANGER' | 'CHAMP_INCONNU' | 'REPONSE_DE_LA_STRUCTURE'

/**
 * What filling in these fields changes: `saisies` is what was typed, by the id of the field; nothing typed empties one, and one that is not among them
 * stays as it is. `detail` of a refusal is the id of the field.
 */
export function remplirChamps(
  champs: readonly ChampDuDossier[],
  saisies: Readonly<Record<string, string>>,
): Result<Change[], RefusRemplissage> {
  const changes: Change[] = []
  for (const un of champs) {
    const { champ, valeur: avant } = un
    const nue = saisies[champ.id]?.trim()
    if (nue === undefined || !estAuService(un)) continue
    const lue = nue === '' ? ok(null) : LECTURES[champ.type](nue, champ, avant)
    if (!lue.ok) return no(lue.reason, champ.id)
    if (lue.value !== avant) changes.push({ champ, avant, apres: lue.value })
  }
  return changes.length === 0 ? no('RIEN_A_CHANGER') : ok(changes)
}

/** The same for the field of this name alone. CHAMP_INCONNU where the campagne of the dossier has none, REPONSE_DE_LA_STRUCTURE where the structure answered it. */
export function remplirParNom(
  champs: readonly ChampDuDossier[],
  { libelle, saisie }: { libelle: string; saisie: string },
): Result<Change[], RefusRemplissage> {
  const vise = champs.find(({ champ }) => !champ.archive && plier(champ.libelle) === plier(libelle))
  if (!vise) return no('CHAMP_INCONNU')
  return vise.deLaStructure ? no('REPONSE_DE_LA_STRUCTURE') : remplirChamps([vise], { [vise.champ.id]: saisie })
}

/** What the dossier holds once it is done. */
export const apresRemplissage = (avant: Readonly<Record<string, string>>, changes: readonly Change[]) => ({
  ...Object.fromEntries(Object.entries(avant).filter(([id]) => !changes.some(({ champ }) => champ.id === id))),
  ...Object.fromEntries(changes.flatMap(({ champ, apres }) => (apres === null ? [] : [[champ.id, apres]]))),
})
