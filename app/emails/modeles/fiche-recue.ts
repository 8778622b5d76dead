import type { LieuDeDepot } from '#domain/campagne/lieu-de-depot'
import type { Signataire } from '#domain/campagne/reglages'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose, type Variable } from '#emails/composition'
import { guillemets, SUR } from '#emails/formules'
import { enLigne, fort, jourAVenir, leJour, lien, p } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE } from '#emails/morceaux'

export type DonneesFicheRecue = {
  titre: string
  /** The subject of the mail it answers. */
  objet: string
  recueLe: Jour
  /** `14:32`, the hour in Paris. */
  heure: string
  /** False when the mail did not say when it was sent: the day is then the one it was read. */
  horsDelai: boolean
  echeanceFiche: Jour
  /** Null once it has passed when the fiche comes. */
  echeanceDepot: Jour | null
  lieu: LieuDeDepot
  signature: Signataire
}

/** `Re: …`, once, whatever the sender's own software had put before. */
export function enReponse(objet: string, defaut: string): string {
  const nu = objet.replace(/^(?:\s*(?:re|ré|tr|fwd?|aw|sv)\s*(?:\[\d+\]\s*)?:)+/iu, '').trim()
  return nu ? `Re: ${nu}` : defaut
}

/** A fiche whose title could not be read is named by nothing rather than by a title nobody wrote. */
export const nommee = (titre: string) => (titre.trim() ? ` ${guillemets(titre)}` : '')

/** The variable of every mail about a fiche. */
export const LA_FICHE: Variable<{ titre: string }> = {
  nom: '«\u00a0votre fiche pré-projet\u00a0» et son titre',
  valeur: ({ titre }) => `votre fiche pré-projet${nommee(titre)}`,
}

/** M01: a fiche arrived (docs/domaine.md § 7.8). It says by itself what it is not: the request that starts a legal clock (§ 2.1). */
export const ficheRecue: Composition<DonneesFicheRecue> = {
  objet: ({ objet }) => enReponse(objet, 'Nous avons bien reçu votre fiche pré-projet'),
  variables: {
    fiche: LA_FICHE,
    recue_le: { nom: 'le jour où elle est arrivée', valeur: ({ recueLe }) => fort(leJour(recueLe)) },
    heure: { nom: 'l’heure où elle est arrivée', valeur: ({ heure }) => enLigne(heure) },
    apres_echeance: {
      nom: '«\u00a0après le\u00a0» et la date jusqu’à laquelle les fiches sont aidées',
      valeur: ({ echeanceFiche }) => fort(`après le ${leJour(echeanceFiche)}`),
    },
    e_partenaire: { nom: 'l’adresse où déposer la demande', valeur: ({ lieu }) => lien(lieu.ou) },
  },
  morceaux: [
    SALUTATION,
    prose('accueil', 'Ce qui est reçu, et quand', 'Nous avons bien reçu {fiche}, le {recue_le} à {heure}.', {
      requises: ['recue_le'],
    }),
    fixe('Qui la suit', ({ signature: { prenom, nom, qualite, service, telephone } }) => {
      const qui = enLigne(`${prenom} ${nom}`)
      return [
        p(
          `Elle est suivie par ${qui ? `${qui}, ${enLigne(qualite)}, ` : ''}${guillemets(service)}, Département du Pas-de-Calais (téléphone\u00a0: ${enLigne(telephone)}).`,
        ),
      ]
    }),
    prose(
      'retard',
      'Quand elle arrive après la date',
      'Votre fiche nous est parvenue {apres_echeance}, date jusqu’à laquelle nous aidons à préparer les projets. Nous la lirons, mais nous ne pouvons pas vous garantir cette aide.',
      { requises: ['apres_echeance'], si: ({ horsDelai }) => horsDelai },
    ),
    prose(
      'etape',
      'La suite, quand elle arrive à temps',
      'Prochaine étape\u00a0: un agent l’étudie et vous écrit pour vous donner un avis.',
      { si: ({ horsDelai }) => !horsDelai },
    ),
    fixe('Où déposer la demande, et jusqu’à quand', ({ echeanceDepot, lieu }) => [
      echeanceDepot
        ? p(
            `Vous pourrez ensuite déposer votre demande de subvention ${SUR[lieu.genre]} (`,
            lien(lieu.ou),
            ') jusqu’au ',
            jourAVenir(echeanceDepot),
            '.',
          )
        : p(
            'La date limite de dépôt des demandes de cet appel est passée\u00a0: nous vous indiquerons l’appel suivant.',
          ),
    ]),
    fixe('Ce que la fiche n’est pas', () => [
      p(fort('Cette fiche ne vaut pas demande de subvention.'), ' Elle sert à préparer votre dossier.'),
    ]),
    prose(
      'corriger',
      'Comment la corriger',
      'Ce message est envoyé automatiquement. Pour corriger ou compléter votre fiche, répondez-y en joignant la nouvelle version.',
    ),
    avantDeSigner(),
    SIGNATURE,
  ],
}
