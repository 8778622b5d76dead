import type { Signataire } from '#domain/campagne/reglages'
import type { Jour } from '#domain/temps/jour'
import { SALUT, E_PARTENAIRE, guillemets, signer } from '#emails/formules'
import { enLigne, fort, jourAVenir, leJour, mettreEnPage, p, type CourrielRendu } from '#emails/mise-en-page'

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
  signature: Signataire
}

/** `Re: …`, once, whatever the sender's own software had put before. */
export function enReponse(objet: string, defaut: string): string {
  const nu = objet.replace(/^(?:\s*(?:re|ré|tr|fwd?|aw|sv)\s*(?:\[\d+\]\s*)?:)+/iu, '').trim()
  return nu ? `Re: ${nu}` : defaut
}

/** M01: a fiche arrived (docs/domaine.md § 7.8). It says by itself what it is not: the request that starts a legal clock (§ 2.1). */
export function ficheRecue(donnees: DonneesFicheRecue): CourrielRendu {
  const { titre, objet, recueLe, heure, horsDelai, echeanceFiche, echeanceDepot, signature } = donnees
  const { prenom, nom, qualite, service, telephone } = signature
  const qui = enLigne(`${prenom} ${nom}`)
  const depot = echeanceDepot
    ? [
        'Vous pourrez ensuite déposer votre demande de subvention sur e-partenaire (',
        E_PARTENAIRE,
        ') jusqu’au ',
        jourAVenir(echeanceDepot),
        '.',
      ]
    : ['La date limite de dépôt des demandes de cet appel est passée\u00a0: nous vous indiquerons l’appel suivant.']
  return mettreEnPage(enReponse(objet, 'Nous avons bien reçu votre fiche pré-projet'), [
    SALUT,
    p(
      'Nous avons bien reçu votre fiche pré-projet',
      titre.trim() ? ` ${guillemets(titre)}` : '',
      ', le ',
      fort(leJour(recueLe)),
      ` à ${enLigne(heure)}.`,
    ),
    p(
      `Elle est suivie par ${qui ? `${qui}, ${enLigne(qualite)}, ` : ''}${guillemets(service)}, Département du Pas-de-Calais (téléphone\u00a0: ${enLigne(telephone)}).`,
    ),
    horsDelai
      ? p(
          'Votre fiche nous est parvenue ',
          fort(`après le ${leJour(echeanceFiche)}`),
          ', date jusqu’à laquelle nous aidons à préparer les projets. Nous la lirons, mais nous ne pouvons pas vous garantir cette aide.',
        )
      : p('Prochaine étape\u00a0: un agent l’étudie et vous écrit pour vous donner un avis.'),
    p(...depot),
    p(fort('Cette fiche ne vaut pas demande de subvention.'), ' Elle sert à préparer votre dossier.'),
    p(
      'Ce message est envoyé automatiquement. Pour corriger ou compléter votre fiche, répondez-y en joignant la nouvelle version.',
    ),
    ...signer(signature),
  ])
}
