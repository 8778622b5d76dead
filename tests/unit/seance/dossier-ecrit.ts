import type { DossierALettre } from '#emails/lettre-du-dossier'

/** Who writes the mails of these tests. */
export const REDACTEUR = { prenom: 'Paul', nom: 'Verhaeghe', qualite: 'Responsable', telephone: '03 21 00 00 00' }

/** What the printed list of these tests says of itself. */
export const enTete = { titre: 'Liste', objet: '', instant: new Date('2026-06-20T08:00:00Z'), auteur: 'Camille Roux', filtres: 'aucun', version: '1.0.0' } // prettier-ignore

/** A dossier of which nothing is missing to tell its decision, by mail and by letter. */
export const DOSSIER: DossierALettre = {
  numero: '2026-00012',
  objet: 'Jumelage {à} Herne',
  deposeLe: new Date('2026-02-01T09:00:00Z'),
  montantDemandeCents: 3_000_000n,
  projetFin: new Date('2026-12-01'),
  contactNom: 'Camille Lefevre',
  contactCourriel: 'camille@exemple.test',
  structure: {
    ...{ nom: 'Comité de jumelage', genre: 'association', siret: null, courriel: 'comite@exemple.test' },
    ...{ adresse: '1 rue de la Paix', codePostal: '62000', commune: 'Arras' },
  },
  campagne: {
    dispositif: 'JUMELAGES',
    reglages: { signataire: { service: 'MCEI', prenom: 'Jeanne', nom: 'Martin', qualite: 'Directrice', telephone: '03 21 00 00 01', courriel: 'mcei@exemple.test', adresse: 'Hôtel du Département, 62018 Arras' } },
    textes: {},
  },
  lieu: { genre: 'PORTAIL', ou: 'https://portail.exemple.test' },
} // prettier-ignore
