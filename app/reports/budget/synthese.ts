import type { Montant } from '#domain/budget/montant'
import type { Dispositif } from '#domain/dispositif'
import type { Etat } from '#domain/dossier/etat'
import type { Genre } from '#domain/structure/genre'
import { LIBELLE_DISPOSITIF } from '#libelles/campagne/campagne'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { nomDeGenre } from '#libelles/structure'
import type { Sheet } from '#reports/sheet'

/** The deposited dossiers of one campagne counted by what tells them apart: one row per group, as a query gives them. */
export type Agregat = {
  campagne: string
  dispositif: Dispositif
  genre: Genre | null
  etat: Etat
  pays: string
  nombre: number
  demandeCents: Montant
  accordeCents: Montant
}

export type EnveloppeDeCampagne = { campagne: string; enveloppeCents: Montant }

export type LigneSynthese = {
  rubrique: string
  libelle: string
  nombre: number
  demandeCents: Montant
  accordeCents: Montant
  /** Only on the line of a campagne. */
  enveloppeCents: Montant | null
}

type Regroupement = { rubrique: string; cle: (agregat: Agregat) => string }

const REGROUPEMENTS: Regroupement[] = [
  { rubrique: 'Par dispositif', cle: (a) => LIBELLE_DISPOSITIF[a.dispositif] },
  { rubrique: 'Par état', cle: (a) => LIBELLE_ETAT[a.etat] },
  { rubrique: 'Par genre de structure', cle: (a) => nomDeGenre(a.genre) },
  { rubrique: 'Par pays', cle: (a) => a.pays.trim() || 'Non renseigné' },
]

const FRANCAIS = new Intl.Collator('fr')

function regrouper(agregats: readonly Agregat[], { rubrique, cle }: Regroupement): LigneSynthese[] {
  const lignes = new Map<string, LigneSynthese>()
  for (const agregat of agregats) {
    const libelle = cle(agregat)
    const ligne = lignes.get(libelle) ?? {
      rubrique,
      libelle,
      nombre: 0,
      demandeCents: 0n,
      accordeCents: 0n,
      enveloppeCents: null,
    }
    lignes.set(libelle, {
      ...ligne,
      nombre: ligne.nombre + agregat.nombre,
      demandeCents: ligne.demandeCents + agregat.demandeCents,
      accordeCents: ligne.accordeCents + agregat.accordeCents,
    })
  }
  return [...lignes.values()].sort((a, b) => FRANCAIS.compare(a.libelle, b.libelle))
}

/** The lines of the Synthèse: each campagne with its enveloppe (even one without a dossier), then the same dossiers cut in four ways. */
export function lignesSynthese(
  agregats: readonly Agregat[],
  enveloppes: readonly EnveloppeDeCampagne[],
): LigneSynthese[] {
  const campagnes = enveloppes.map(({ campagne, enveloppeCents }): LigneSynthese => {
    const [ligne] = regrouper(
      agregats.filter((a) => a.campagne === campagne),
      { rubrique: 'Campagne', cle: (a) => a.campagne },
    )
    const vide = { rubrique: 'Campagne', libelle: campagne, nombre: 0, demandeCents: 0n, accordeCents: 0n }
    return { ...(ligne ?? vide), enveloppeCents }
  })
  return [...campagnes, ...REGROUPEMENTS.flatMap((regroupement) => regrouper(agregats, regroupement))]
}

export const syntheseDuBudget: Sheet<LigneSynthese> = {
  title: 'Synthèse',
  columns: [
    { header: 'Rubrique', value: (l) => l.rubrique, width: 24 },
    { header: 'Détail', value: (l) => l.libelle, width: 40 },
    { header: 'Dossiers', value: (l) => l.nombre, format: 'entier', width: 10 },
    { header: 'Demandé', value: (l) => l.demandeCents, format: 'euros' },
    { header: 'Accordé', value: (l) => l.accordeCents, format: 'euros' },
    { header: 'Enveloppe', value: (l) => l.enveloppeCents, format: 'euros' },
    {
      header: 'Reste à engager',
      value: ({ enveloppeCents, accordeCents }) =>
        enveloppeCents === null
          ? null
          : { formule: (ligne) => `F${ligne}-E${ligne}`, resultat: enveloppeCents - accordeCents },
      format: 'euros',
    },
  ],
}
