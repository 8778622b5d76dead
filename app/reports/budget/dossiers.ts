import type { Montant } from '#domain/budget/montant'
import { ratio } from '#domain/budget/montant'
import type { Dispositif } from '#domain/dispositif'
import type { Etat } from '#domain/dossier/etat'
import type { EtatCompletude } from '#domain/piece/completude'
import type { Genre } from '#domain/structure/genre'
import { LIBELLE_DISPOSITIF } from '#libelles/campagne/campagne'
import { LIBELLE_ETAT, libelleMotif } from '#libelles/dossier/dossier'
import { LIBELLE_COMPLETUDE } from '#libelles/piece/piece'
import { nomDeGenre } from '#libelles/structure'
import type { Sheet } from '#reports/sheet'

/** One deposited dossier of the campagne. Days are `date` columns (midnight UTC), `decideLe` the day of the decision. */
export type LigneDossier = {
  numero: string | null
  campagne: string
  dispositif: Dispositif
  objet: string
  structure: string
  genre: Genre | null
  siret: string | null
  commune: string
  pays: string
  ville: string
  etat: Etat
  completude: EtatCompletude
  deposeLe: Date | null
  rejetImpliciteLe: Date | null
  coutTotalCents: Montant | null
  montantDemandeCents: Montant
  montantAccordeCents: Montant | null
  decideLe: Date | null
  motif: string | null
  suiviPar: string | null
}

export const dossiersDuBudget: Sheet<LigneDossier> = {
  title: 'Dossiers',
  columns: [
    { header: 'N°', value: (d) => d.numero, width: 12 },
    { header: 'Campagne', value: (d) => d.campagne, width: 12 },
    { header: 'Dispositif', value: (d) => LIBELLE_DISPOSITIF[d.dispositif], width: 24 },
    { header: 'Projet', value: (d) => d.objet, width: 44 },
    { header: 'Structure', value: (d) => d.structure, width: 40 },
    { header: 'Genre', value: (d) => nomDeGenre(d.genre), width: 22 },
    { header: 'SIRET', value: (d) => d.siret, width: 17 },
    { header: 'Commune', value: (d) => d.commune, width: 22 },
    { header: 'Pays', value: (d) => d.pays, width: 16 },
    { header: 'Ville partenaire', value: (d) => d.ville, width: 20 },
    { header: 'État', value: (d) => LIBELLE_ETAT[d.etat], width: 20 },
    { header: 'Complétude', value: (d) => LIBELLE_COMPLETUDE[d.completude], width: 14 },
    { header: 'Déposé le', value: (d) => d.deposeLe, format: 'date', width: 12 },
    { header: 'Rejet implicite le', value: (d) => d.rejetImpliciteLe, format: 'date', width: 16 },
    { header: 'Coût total', value: (d) => d.coutTotalCents, format: 'euros', total: true },
    { header: 'Demandé', value: (d) => d.montantDemandeCents, format: 'euros', total: true },
    { header: 'Accordé', value: (d) => d.montantAccordeCents, format: 'euros', total: true },
    {
      header: 'Taux demandé',
      value: (d) => (d.coutTotalCents === null ? null : ratio(d.montantDemandeCents, d.coutTotalCents)),
      format: 'pourcent',
    },
    {
      header: 'Accordé ÷ demandé',
      value: (d) => (d.montantAccordeCents === null ? null : ratio(d.montantAccordeCents, d.montantDemandeCents)),
      format: 'pourcent',
      width: 18,
    },
    { header: 'Décidé le', value: (d) => d.decideLe, format: 'date', width: 12 },
    { header: 'Motif', value: (d) => (d.motif === null ? null : libelleMotif(d.motif)), width: 34 },
    { header: 'Suivi par', value: (d) => d.suiviPar, width: 22 },
  ],
}
