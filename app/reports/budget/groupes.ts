import { estDispositif } from '#domain/dispositif'
import { ETATS } from '#domain/dossier/etat'
import { additionner, type Agregat, type Coupe, RIEN, type Sommes } from '#domain/rapport/sommes'
import { lireGenre } from '#domain/structure/genre'
import { nomDuMois } from '#domain/temps/calendrier'
import { LIBELLE_DISPOSITIF } from '#libelles/campagne/campagne'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { nomDeGenre } from '#libelles/structure'

const enEtat = (cle: string) => ETATS.find((etat) => etat === cle)

const NOM: Record<Coupe, (cle: string) => string> = {
  campagne: (cle) => cle,
  dispositif: (cle) => (estDispositif(cle) ? LIBELLE_DISPOSITIF[cle] : cle),
  etat: (cle) => LIBELLE_ETAT[enEtat(cle) ?? 'DEPOSE'],
  genre: (cle) => nomDeGenre(lireGenre(cle)),
  territoire: (cle) => cle || 'Hors de tout territoire',
  pays: (cle) => cle.trim() || 'Non renseigné',
  mois: (cle) => (cle ? nomDuMois(`${cle}-01`) : 'Non renseigné'),
}

/** What officers call a group of dossiers, from the word that the base keeps: `eple` is « Collège ou lycée public ». */
const nomDuGroupe = (coupe: Coupe, cle: string): string => NOM[coupe](cle)

/** Where a group comes among those of its cutting, where their order is not that of the alphabet: the life of a dossier. */
const rangDuGroupe = ({ coupe, cle }: { coupe: Coupe; cle: string }): string =>
  coupe === 'etat' ? String(ETATS.findIndex((etat) => etat === cle)).padStart(2, '0') : cle

/** A group under the words of officers, and what its dossiers add up to. */
export type GroupeDeSynthese = Sommes & { libelle: string }

const FRANCAIS = new Intl.Collator('fr')

/** The groups of one way of cutting, under the words of officers, in French order; months and états in their own. Each dossier is in one of them. */
export function groupes(agregats: readonly Agregat[], coupe: Coupe): GroupeDeSynthese[] {
  const parNom = new Map<string, GroupeDeSynthese>()
  const desCles = agregats
    .filter((a) => a.coupe === coupe)
    .toSorted((a, b) => rangDuGroupe(a).localeCompare(rangDuGroupe(b)))
  for (const { coupe: _, cle, ...sommes } of desCles) {
    const libelle = nomDuGroupe(coupe, cle)
    parNom.set(libelle, { libelle, ...additionner(parNom.get(libelle) ?? RIEN, sommes) })
  }
  const tous = [...parNom.values()]
  return coupe === 'mois' || coupe === 'etat' ? tous : tous.sort((a, b) => FRANCAIS.compare(a.libelle, b.libelle))
}
