import { no, ok, type Result } from '#domain/result'
import { nettoyer, plier } from '#domain/texte'

/** The colours an étiquette may have: each a pale ground under dark words (#ui/etiquette). */
export const COULEURS_ETIQUETTE = ['GRIS', 'ROUGE', 'ORANGE', 'VERT', 'TURQUOISE', 'BLEU', 'VIOLET', 'ROSE'] as const
export type CouleurEtiquette = (typeof COULEURS_ETIQUETTE)[number]

/** A colour as it was kept; one that this version does not know is grey. */
export const couleurDe = (dite: string): CouleurEtiquette => COULEURS_ETIQUETTE.find((une) => une === dite) ?? 'GRIS'

/** Characters of the name: it stands in a line of the bannette. */
export const NOM_ETIQUETTE_MAX = 30

/** Étiquettes of one campagne that may be put on a dossier. */
export const ETIQUETTES_MAX = 30

export type Etiquette = { id: string; nom: string; couleur: CouleurEtiquette; archivee: boolean }

export type RefusEtiquette = 'NOM_VIDE' | 'NOM_TROP_LONG' | 'NOM_DEJA_PRIS' | 'TROP_D_ETIQUETTES'

/**
 * Reads an étiquette as it is to be kept among the others of its campagne. Two of a campagne do not differ by accents and capitals alone, put
 * away or not: a name asked of the bannette means one.
 */
export function lireEtiquette(
  { nom: dit, couleur }: Pick<Etiquette, 'nom' | 'couleur'>,
  autres: readonly Pick<Etiquette, 'nom'>[],
): Result<Pick<Etiquette, 'nom' | 'couleur'>, RefusEtiquette> {
  const nom = nettoyer(dit)
  if (nom === '') return no('NOM_VIDE')
  if (nom.length > NOM_ETIQUETTE_MAX) return no('NOM_TROP_LONG')
  return autres.some((autre) => plier(autre.nom) === plier(nom)) ? no('NOM_DEJA_PRIS') : ok({ nom, couleur })
}

/** May one more be offered, beside those of the campagne that are? */
export const uneDePlus = (toutes: readonly Pick<Etiquette, 'archivee'>[]): Result<undefined, RefusEtiquette> =>
  toutes.filter(({ archivee }) => !archivee).length < ETIQUETTES_MAX ? ok() : no('TROP_D_ETIQUETTES')

export type Ordre = 'MONTER' | 'DESCENDRE'

/** The ids in their new order; the same where there is nowhere to go. */
export function deplacer(ids: readonly string[], id: string, sens: Ordre): string[] {
  const de = ids.indexOf(id)
  const vers = sens === 'MONTER' ? de - 1 : de + 1
  const autre = ids[vers]
  if (de < 0 || autre === undefined) return [...ids]
  return ids.map((un, rang) => (rang === de ? autre : rang === vers ? id : un))
}

export type RefusEtiquetage = 'ETIQUETTE_INCONNUE' | 'ETIQUETTE_ARCHIVEE' | 'RIEN_A_CHANGER'

export type Etiquetage = { ajoutees: Etiquette[]; retirees: Etiquette[] }

/** The étiquettes on a dossier, and those of its campagne. */
export type EtiquettesLues = { posees: readonly Etiquette[]; offertes: readonly Etiquette[] }

/**
 * What putting exactly these étiquettes on a dossier changes. One that is put away stays where it is and goes nowhere else; one that is not of
 * the campagne of the dossier is only taken off.
 */
export function etiqueter(
  { posees, offertes }: EtiquettesLues,
  voulues: readonly string[],
): Result<Etiquetage, RefusEtiquetage> {
  const deja = new Set(posees.map(({ id }) => id))
  const nouvelles = [...new Set(voulues)].filter((id) => !deja.has(id))
  const ajoutees = nouvelles.flatMap((id) => offertes.filter((une) => une.id === id))
  if (ajoutees.length < nouvelles.length) return no('ETIQUETTE_INCONNUE')
  const archivee = ajoutees.find((une) => une.archivee)
  if (archivee) return no('ETIQUETTE_ARCHIVEE', archivee.nom)
  const retirees = posees.filter(({ id }) => !voulues.includes(id))
  return ajoutees.length + retirees.length === 0 ? no('RIEN_A_CHANGER') : ok({ ajoutees, retirees })
}

const ids = (etiquettes: readonly Etiquette[]) => etiquettes.map(({ id }) => id)

/** What adding the étiquette of this name changes, beside those the dossier has: the one of its own campagne. */
export function ajouterParNom(lues: EtiquettesLues, nom: string): Result<Etiquetage, RefusEtiquetage> {
  const une = lues.offertes.find((offerte) => plier(offerte.nom) === plier(nom))
  return une ? etiqueter(lues, [...ids(lues.posees), une.id]) : no('ETIQUETTE_INCONNUE')
}

/** What taking the étiquette of this name off changes, whatever the campagne it is of. */
export const retirerParNom = (lues: EtiquettesLues, nom: string): Result<Etiquetage, RefusEtiquetage> =>
  etiqueter(lues, ids(lues.posees.filter((posee) => plier(posee.nom) !== plier(nom))))

/** Reads the étiquette of a lot: a name, since each campagne has its own of that name. */
export function lireNomDEtiquette(dit: string): Result<{ nom: string }, 'A_DONNER'> {
  const nom = nettoyer(dit)
  return nom === '' ? no('A_DONNER') : ok({ nom })
}
