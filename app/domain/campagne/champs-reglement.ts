import type { Montant } from '#domain/budget/montant'
import type { Plat } from '#domain/campagne/reglement-a-plat'
import {
  adresse,
  adresseDePortail,
  coche,
  type Champ,
  enEuros,
  enPourcent,
  entier,
  genres,
  jour,
  jours,
  joursEnListe,
  minutes,
  nomDExpediteur,
  montant,
  nombre,
  pays,
  pourcent,
  prose,
  requis,
  texte,
} from '#domain/campagne/saisie-reglage'
import { texteDeReglement } from '#domain/campagne/texte-de-reglement'
import { ok } from '#domain/result'
import type { Jour } from '#domain/temps/jour'

export type ChampReglement = keyof Plat

const mots = (groupe: Champ<string>['groupe']): Champ<string> => ({
  groupe,
  sorte: 'TEXTE',
  lire: (saisi) => texte(saisi, true),
  montrer: (dit) => dit,
  touche: [],
})
const duSignataire = mots('SIGNATAIRE')
const desLettres: Champ<string> = { ...mots('LETTRES'), lire: (saisi) => texte(saisi, false) }
const prosesDesLettres: Champ<string> = {
  groupe: 'LETTRES',
  sorte: 'PROSE',
  lire: prose,
  montrer: (dite) => dite,
  touche: [],
}
const echeance = (touche: Champ<Jour>['touche'] = []): Champ<Jour> => ({
  groupe: 'CALENDRIER',
  sorte: 'JOUR',
  lire: (saisi) => requis(jour(saisi), 'JOUR_ILLISIBLE'),
  montrer: (le) => le,
  touche,
})
const date = (touche: Champ<Jour | null>['touche'] = []): Champ<Jour | null> => ({
  groupe: 'CALENDRIER',
  sorte: 'JOUR',
  lire: jour,
  montrer: (le) => le ?? '',
  touche,
})
const combien = (touche: Champ<number | null>['touche'] = []): Champ<number | null> => ({
  groupe: 'PUBLIC',
  sorte: 'TEXTE',
  lire: nombre,
  montrer: (n) => (n === null ? '' : entier(n)),
  touche,
})
const duree = (max: number): Champ<number> => ({
  groupe: 'DELAIS',
  sorte: 'TEXTE',
  lire: (saisi) => jours(saisi, max),
  montrer: entier,
  touche: [],
})
const somme = (touche: Champ<Montant | null>['touche'] = []): Champ<Montant | null> => ({
  groupe: 'MONTANTS',
  sorte: 'TEXTE',
  lire: montant,
  montrer: enEuros,
  touche,
})
const part = (touche: Champ<number | null>['touche'] = []): Champ<number | null> => ({
  groupe: 'MONTANTS',
  sorte: 'TEXTE',
  lire: pourcent,
  montrer: enPourcent,
  touche,
})

/**
 * Every field of the règlement, in the order of the form: where it stands, how it is typed, read and shown, and what of the dossiers in
 * course it may change. The one list of them: a setting without its line does not compile.
 */
export const CHAMPS: { readonly [K in ChampReglement]: Champ<Plat[K]> } = {
  libelle: mots('CALENDRIER'),
  ouverteLe: echeance(),
  echeanceFiche: echeance(),
  echeanceDepot: echeance(['RECEVABILITE']),
  commissionLe: date(),
  seancesCp: {
    groupe: 'CALENDRIER',
    sorte: 'LISTE',
    lire: joursEnListe,
    montrer: (jours) => jours.map((le) => le.split('-').reverse().join('/')).join(', '),
    touche: [],
  },
  projetDu: date(['RECEVABILITE', 'BLOQUANTS']),
  projetAu: date(['RECEVABILITE', 'BLOQUANTS']),
  genresEligibles: {
    groupe: 'PUBLIC',
    sorte: 'GENRES',
    lire: genres,
    montrer: (admis) => admis.join(','),
    touche: ['RECEVABILITE'],
  },
  pays: {
    groupe: 'PUBLIC',
    sorte: 'LISTE',
    lire: pays,
    montrer: (admis) => admis.join(', '),
    touche: ['RECEVABILITE'],
  },
  ageMin: combien(['RECEVABILITE']),
  ageMax: combien(['RECEVABILITE']),
  minParticipants: combien(['RECEVABILITE']),
  maxParStructure: combien(['RECEVABILITE']),
  enveloppe: {
    ...somme(['RECEVABILITE']),
    lire: (saisi) => {
      const lu = montant(saisi)
      return lu.ok ? ok(lu.value ?? 0n) : lu
    },
    montrer: enEuros,
  },
  montantMin: somme(['RECEVABILITE', 'BLOQUANTS']),
  montantMax: somme(['RECEVABILITE', 'BLOQUANTS']),
  tauxMax: part(['RECEVABILITE', 'BLOQUANTS']),
  tauxMaxBloquant: { groupe: 'MONTANTS', ...coche, touche: ['BLOQUANTS'] },
  partPubliqueMax: part(),
  cofinancementExige: { groupe: 'MONTANTS', ...coche, touche: [] },
  instructeurPasseOutre: { groupe: 'MONTANTS', ...coche, touche: [] },
  seuilConvention: {
    groupe: 'MONTANTS',
    sorte: 'TEXTE',
    lire: (saisi) => requis(montant(saisi), 'MONTANT_ILLISIBLE'),
    montrer: enEuros,
    touche: [],
  },
  tauxAcompte: {
    groupe: 'MONTANTS',
    sorte: 'TEXTE',
    lire: (saisi) => requis(pourcent(saisi), 'POURCENT_ILLISIBLE'),
    montrer: enPourcent,
    touche: [],
  },
  complementJours: duree(365),
  bilanDuJours: duree(3_650),
  clotureSeanceJours: duree(90),
  deverrouillageMin: duree(60),
  deverrouillageDefaut: duree(60),
  deverrouillageMax: duree(60),
  texteReglement: { ...prosesDesLettres, groupe: 'REGLEMENT', lire: texteDeReglement },
  demandesEnLigne: { groupe: 'DEPOT', ...coche, touche: [] },
  adressePortail: { groupe: 'DEPOT', sorte: 'TEXTE', lire: adresseDePortail, montrer: (dite) => dite, touche: [] },
  accuseFiche: { groupe: 'COURRIELS', ...coche, touche: [] },
  accuseReception: { groupe: 'COURRIELS', ...coche, touche: [] },
  attenteDecision: { groupe: 'COURRIELS', sorte: 'TEXTE', lire: minutes, montrer: entier, touche: [] },
  expediteurNom: { groupe: 'COURRIELS', sorte: 'TEXTE', lire: nomDExpediteur, montrer: (dit) => dit, touche: [] },
  reponseA: { groupe: 'COURRIELS', sorte: 'TEXTE', lire: adresse, montrer: (dit) => dit, touche: [] },
  signatairePrenom: duSignataire,
  signataireNom: duSignataire,
  signataireQualite: duSignataire,
  signataireService: duSignataire,
  signataireAdresse: duSignataire,
  signataireTelephone: duSignataire,
  signataireCourriel: duSignataire,
  lettresPrenom: desLettres,
  lettresNom: desLettres,
  lettresQualite: desLettres,
  lettreAccord: prosesDesLettres,
  lettreRefus: prosesDesLettres,
}

export const CHAMPS_REGLEMENT = Object.keys(CHAMPS) as ChampReglement[]

/** The fields that say where the demandes are made: an administrator's, since every mail leads there. */
export const CHAMPS_DU_DEPOT = CHAMPS_REGLEMENT.filter((champ) => CHAMPS[champ].groupe === 'DEPOT')
