import type { ObjetJournal } from '#domain/journal/entree'

/** What an entry is about, as an officer calls it. */
const OBJETS: Record<ObjetJournal, string> = {
  dossier: 'Dossier',
  'pre-projet': 'Fiche pré-projet',
  lot: 'Import',
  rapport: 'Rapport',
  courriel: 'Courriel',
  'courriel-recu': 'Courriel reçu',
  agent: 'Compte',
  campagne: 'Campagne',
  'lot-actes': 'Acte sur plusieurs dossiers',
  comptes: 'Compteurs',
  vue: 'Vue enregistrée',
  envois: 'Envoi des courriels',
  calendrier: 'Calendrier',
  travail: 'Travail de fond',
  territoire: 'Territoire',
  seance: 'Séance',
  'texte-type': 'Texte tout prêt',
  'ouverture-de-compte': 'Demande de compte',
  demandeur: 'Compte de l’extranet',
  'demande-en-ligne': 'Demande en ligne',
}

/** The same of what a row keeps: `relance` is of entries that are no longer written. */
export const LIBELLE_OBJET_JOURNAL: Readonly<Record<string, string>> = { ...OBJETS, relance: 'Relances' }

/** Where the page of a thing is; `nom` is its number or its code where it has one. */
const PAGES: Record<ObjetJournal, ((id: string, nom: string | undefined) => string) | null> = {
  dossier: (id, nom) => `/dossiers/${nom ?? id}`,
  'pre-projet': (id) => `/pre-projets/${id}`,
  lot: (id) => `/importer/${id}`,
  rapport: () => '/rapports',
  courriel: (id) => `/courriels/${id}`,
  'courriel-recu': (id) => `/courriels/recus/${id}`,
  agent: (id) => `/administration/comptes/${id}`,
  campagne: (id, nom) => `/administration/campagnes/${nom ?? id}`,
  'lot-actes': (id) => `/dossiers/lots/${id}`,
  comptes: null,
  vue: null,
  envois: null,
  travail: () => '/administration/files',
  calendrier: (id) => `/administration/jours?annee=${id.slice(0, 4)}`,
  territoire: () => '/administration/territoires',
  seance: (id) => `/commissions/${id}`,
  'texte-type': () => '/administration/textes',
  'ouverture-de-compte': () => '/comptes-a-ouvrir',
  demandeur: (id) => `/comptes-extranet?compte=${id}`,
  'demande-en-ligne': null,
}

/** What an entry is about, in words, and the address of its page; null where there is none. */
export function choseDuJournal(objet: string, id: string, nom: string | undefined) {
  const page = objet in PAGES ? PAGES[objet as ObjetJournal] : null
  const mot = LIBELLE_OBJET_JOURNAL[objet] ?? objet
  return { nom: nom ? `${mot} ${nom}` : mot, vers: page ? page(id, nom) : null }
}
