import type { Role } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { nettoyer } from '#domain/texte'

/** How long a link lets its holder choose a password, in milliseconds: seven days. */
export const DUREE_LIEN_MS = 7 * 24 * 60 * 60 * 1000

/** How long the link of a forgotten password serves, in milliseconds: a day. */
export const DUREE_LIEN_OUBLI_MS = 24 * 60 * 60 * 1000

/** What stands for the link in the row of a mail, which every agent may read: the link itself is written as the mail leaves. */
export const LIEN_A_LA_SORTIE = 'https://lien-ecrit-au-depart.invalid/'

/** OUVERT: signs in. A_ACTIVER: has never chosen a password. FERME: signs in no more, and what was done keeps its name. */
export type EtatCompte = 'OUVERT' | 'A_ACTIVER' | 'FERME'

export type Compte = {
  nom: string
  prenom: string
  qualite: string
  telephone: string
  role: Role
  actif: boolean
  /** A password was chosen. */
  active: boolean
}

export const etatCompte = ({ actif, active }: Pick<Compte, 'actif' | 'active'>): EtatCompte =>
  actif ? (active ? 'OUVERT' : 'A_ACTIVER') : 'FERME'

/** How many other accounts that are open could manage the accounts: with none, nobody could open one again. */
type Autres = { autresAdmins: number }

/** What an administrator writes of somebody: who they are, how they sign, what they may do. */
export type SaisieCompte = Pick<Compte, 'nom' | 'prenom' | 'qualite' | 'telephone' | 'role'>

export const CHAMPS_COMPTE = ['prenom', 'nom', 'qualite', 'telephone', 'role'] as const satisfies (keyof SaisieCompte)[]

export type RefusCompte = 'NOM_MANQUANT' | 'DERNIER_ADMIN' | 'DEJA_FERME' | 'DEJA_OUVERT' | 'COMPTE_FERME'

const estDernierAdmin = ({ role, actif, active }: Compte, { autresAdmins }: Autres) =>
  role === 'ADMIN' && actif && active && autresAdmins === 0

/** What an account becomes. The last administrator stays one. */
export function modifierCompte(
  compte: Compte,
  saisie: SaisieCompte,
  autres: Autres,
): Result<SaisieCompte, RefusCompte> {
  const voulu: SaisieCompte = {
    nom: nettoyer(saisie.nom),
    prenom: nettoyer(saisie.prenom),
    qualite: nettoyer(saisie.qualite),
    telephone: nettoyer(saisie.telephone),
    role: saisie.role,
  }
  if (!voulu.nom || !voulu.prenom) return no('NOM_MANQUANT')
  if (voulu.role !== 'ADMIN' && estDernierAdmin(compte, autres)) return no('DERNIER_ADMIN')
  return ok(voulu)
}

/** Nobody signs in with a closed account any more; the last administrator's stays open. */
export function fermerCompte(compte: Compte, autres: Autres): Result<true, RefusCompte> {
  if (!compte.actif) return no('DEJA_FERME')
  return estDernierAdmin(compte, autres) ? no('DERNIER_ADMIN') : ok(true)
}

export const rouvrirCompte = (compte: Compte): Result<true, RefusCompte> =>
  compte.actif ? no('DEJA_OUVERT') : ok(true)

/** A link that lets its holder choose a password is given for an open account only. */
export const donnerLien = (compte: Compte): Result<true, RefusCompte> => (compte.actif ? ok(true) : no('COMPTE_FERME'))

export type RefusCreation = 'COURRIEL_INVALIDE' | 'NOM_MANQUANT' | 'COURRIEL_DEJA_PRIS'
