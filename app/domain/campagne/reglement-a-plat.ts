import type { Montant } from '#domain/budget/montant'
import type { DureesDeverrouillage, Reglages, Signataire, SignataireDesLettres } from '#domain/campagne/reglages'
import type { Jour } from '#domain/temps/jour'

/** The settings of a campagne that officers change by hand, as its row and its `reglages` hold them. */
export type Reglement = {
  libelle: string
  ouverteLe: Jour
  echeanceFiche: Jour
  echeanceDepot: Jour
  enveloppeCents: Montant
  reglages: Reglages
}

/** A setting is called in a form without its unit. */
type Nus<T> = {
  [K in keyof T as K extends `${infer Nu}Cents` ? Nu : K extends `${infer Nu}Minutes` ? Nu : K]: T[K]
}
type Durees = {
  [K in keyof DureesDeverrouillage as K extends `jours${infer Nu}` ? `deverrouillage${Nu}` : never]: number
}
type Signe = { [K in keyof Signataire as `signataire${Capitalize<K>}`]: string }
type SigneLettres = { [K in keyof SignataireDesLettres as `lettres${Capitalize<K>}`]: string }
type Composes = 'deverrouillage' | 'signataire' | 'signataireLettres'
type Brut = Nus<Omit<Reglement, 'reglages'>> & Nus<Omit<Reglages, Composes>> & Durees & Signe & SigneLettres

/** The same settings, each by the name of its field: drawn from the types, so that none can be left without one. */
export type Plat = { [K in keyof Brut]: Brut[K] }

/** The settings by field; one that is forgotten here does not compile. */
export function aplatir({ reglages, enveloppeCents: enveloppe, ...campagne }: Reglement): Plat {
  const {
    deverrouillage,
    signataire,
    signataireLettres,
    montantMinCents,
    montantMaxCents,
    seuilConventionCents,
    ...reste
  } = reglages
  const { attenteDecisionMinutes: attenteDecision, ...nus } = reste
  return {
    ...campagne,
    ...nus,
    enveloppe,
    attenteDecision,
    montantMin: montantMinCents,
    montantMax: montantMaxCents,
    seuilConvention: seuilConventionCents,
    deverrouillageMin: deverrouillage.joursMin,
    deverrouillageDefaut: deverrouillage.joursDefaut,
    deverrouillageMax: deverrouillage.joursMax,
    signatairePrenom: signataire.prenom,
    signataireNom: signataire.nom,
    signataireQualite: signataire.qualite,
    signataireService: signataire.service,
    signataireAdresse: signataire.adresse,
    signataireTelephone: signataire.telephone,
    signataireCourriel: signataire.courriel,
    lettresPrenom: signataireLettres.prenom,
    lettresNom: signataireLettres.nom,
    lettresQualite: signataireLettres.qualite,
  }
}

/** The same the other way. */
export function relever(plat: Plat): Reglement {
  const { libelle, ouverteLe, echeanceFiche, echeanceDepot, enveloppe, attenteDecision, ...p } = plat
  const { montantMin, montantMax, seuilConvention, deverrouillageMin, deverrouillageDefaut, deverrouillageMax, ...q } =
    p
  const { signatairePrenom, signataireNom, signataireQualite, signataireService, ...r } = q
  const { signataireAdresse, signataireTelephone, signataireCourriel, ...l } = r
  const { lettresPrenom, lettresNom, lettresQualite, ...nus } = l
  return {
    libelle,
    ouverteLe,
    echeanceFiche,
    echeanceDepot,
    enveloppeCents: enveloppe,
    reglages: {
      ...nus,
      attenteDecisionMinutes: attenteDecision,
      montantMinCents: montantMin,
      montantMaxCents: montantMax,
      seuilConventionCents: seuilConvention,
      deverrouillage: { joursMin: deverrouillageMin, joursDefaut: deverrouillageDefaut, joursMax: deverrouillageMax },
      signataire: {
        prenom: signatairePrenom,
        nom: signataireNom,
        qualite: signataireQualite,
        service: signataireService,
        adresse: signataireAdresse,
        telephone: signataireTelephone,
        courriel: signataireCourriel,
      },
      signataireLettres: { prenom: lettresPrenom, nom: lettresNom, qualite: lettresQualite },
    },
  }
}
