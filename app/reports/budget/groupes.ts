import { estDispositif } from '#domain/dispositif'
import { ETATS } from '#domain/dossier/etat'
import type { Coupe } from '#domain/rapport/sommes'
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
export const nomDuGroupe = (coupe: Coupe, cle: string): string => NOM[coupe](cle)

/** Where a group comes among those of its cutting, where their order is not that of the alphabet: the life of a dossier. */
export const rangDuGroupe = ({ coupe, cle }: { coupe: Coupe; cle: string }): string =>
  coupe === 'etat' ? String(ETATS.findIndex((etat) => etat === cle)).padStart(2, '0') : cle
