import { ratio } from '#domain/budget/montant'
import type { DossierDeRapport } from '#domain/rapport/dossier-de-rapport'
import { LIBELLE_DISPOSITIF } from '#libelles/campagne/campagne'
import { libelleMotif } from '#libelles/dossier/dossier'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { LIBELLE_COMPLETUDE } from '#libelles/piece/piece'
import { nomDeGenre } from '#libelles/structure'
import { type ChampDeFeuille, colonnesDuService } from '#reports/champ-du-service/colonnes'
import type { Sheet } from '#reports/sheet'

/** The dossiers, one a row: what a séance looks at first, then the rest; a column for each of these fields of the service. */
export const dossiersDuBudget = (service: readonly ChampDeFeuille[]): Sheet<DossierDeRapport> => ({
  title: 'Dossiers',
  imprimees: 10,
  columns: [
    { header: 'N°', value: (d) => d.numero, width: 12 },
    { header: 'Structure', value: (d) => d.structure, width: 40 },
    { header: 'Projet', value: (d) => d.objet, width: 44 },
    { header: 'Commune', value: (d) => d.commune, width: 22 },
    { header: 'Pays', value: (d) => d.pays, width: 16 },
    { header: 'État', value: (d) => LIBELLE_ETAT[d.etat], width: 20 },
    { header: 'Demandé', value: (d) => d.montantDemandeCents, format: 'euros', total: true },
    { header: 'Proposé', value: (d) => d.montantProposeCents, format: 'euros', total: true, auPlus: 'Demandé' },
    { header: 'Voté', value: (d) => d.montantVoteCents, format: 'euros', total: true, auPlus: 'Demandé' },
    { header: 'Engagé', value: (d) => d.montantEngageCents, format: 'euros', total: true },
    { header: 'Payé', value: (d) => d.montantPayeCents, format: 'euros', total: true },
    { header: 'Séance', value: (d) => d.seanceLe, format: 'date', width: 12 },
    { header: 'Campagne', value: (d) => d.campagne, width: 12 },
    { header: 'Dispositif', value: (d) => LIBELLE_DISPOSITIF[d.dispositif], width: 24 },
    { header: 'Genre', value: (d) => nomDeGenre(d.genre), width: 22 },
    { header: 'SIRET', value: (d) => d.siret, width: 17 },
    { header: 'Ville partenaire', value: (d) => d.ville, width: 20 },
    { header: 'Jeunes', value: (d) => d.jeunes, format: 'entier', width: 10, total: true },
    { header: 'Complétude', value: (d) => LIBELLE_COMPLETUDE[d.completude], width: 14 },
    { header: 'Déposé le', value: (d) => d.deposeLe, format: 'date', width: 12 },
    { header: 'Rejet implicite le', value: (d) => d.rejetImpliciteLe, format: 'date', width: 16 },
    { header: 'Coût total', value: (d) => d.coutTotalCents, format: 'euros', total: true },
    {
      header: 'Taux demandé',
      value: (d) => (d.coutTotalCents === null ? null : ratio(d.montantDemandeCents, d.coutTotalCents)),
      format: 'pourcent',
    },
    {
      header: 'Voté ÷ demandé',
      value: (d) => (d.montantVoteCents === null ? null : ratio(d.montantVoteCents, d.montantDemandeCents)),
      format: 'pourcent',
      width: 16,
    },
    { header: 'Décidé le', value: (d) => d.decideLe, format: 'date', width: 12 },
    { header: 'Motif', value: (d) => (d.motif === null ? null : libelleMotif(d.motif)), width: 34 },
    { header: 'Suivi par', value: (d) => d.suiviPar, width: 22 },
    { header: 'Points bloquants passés outre', value: (d) => d.passesOutre, width: 60 },
    ...colonnesDuService<DossierDeRapport>(service),
  ],
})
