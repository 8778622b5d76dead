import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react'
import { useEffect } from 'react'
import { formatInstant } from '#libelles/temps'
import { Bandeau } from '#ui/kit/bandeau'
import css from '#ui/kit/page-error/page-error.module.css'
import { tellError } from '#ui/kit/page-error/tell-error'
import type { Conflit } from '#ui/kit/reprise/conflit'

const isConcurrent = (value: unknown): value is Conflit =>
  typeof value === 'object' && value !== null && 'acteur' in value && 'dit' in value && 'le' in value

/** What may not be done, in the sentence of the answer: the words of every right stay with the server. Without one, no right was missing (#web/origin). */
const phraseDuRefus = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'interdit' in value
    ? String(value.interdit)
    : 'Cet envoi ne vient pas d’une page de cette application\u00a0: rien n’a été fait. Revenez à l’accueil et recommencez de là.'

type Message = { titre: string; texte: string; recharger?: boolean }

function messageConflit(donnees: unknown): Message {
  const qui = isConcurrent(donnees)
    ? `${donnees.acteur} a modifié cet élément le ${formatInstant(new Date(donnees.le))} (${donnees.dit}).`
    : 'Quelqu’un a modifié cet élément pendant que vous le regardiez.'
  return {
    titre: 'Modifié entre-temps',
    texte: `${qui} Votre action n’a pas été enregistrée. Rechargez pour voir l’état actuel, puis recommencez si elle est encore utile.`,
    recharger: true,
  }
}

function messageDe(error: unknown): Message {
  if (!isRouteErrorResponse(error)) {
    return {
      titre: 'Une erreur est survenue',
      texte:
        'Le problème est enregistré dans le journal technique. Réessayez\u00a0; s’il revient, prévenez l’administrateur.',
      recharger: true,
    }
  }
  switch (error.status) {
    case 403:
      return {
        titre: 'Accès réservé',
        texte: phraseDuRefus(error.data),
      }
    case 404:
      return {
        titre: 'Page introuvable',
        texte: 'Cette adresse ne mène à rien\u00a0: le lien est peut-être ancien, ou l’élément n’existe pas.',
      }
    case 409:
      return messageConflit(error.data)
    case 413:
      return {
        titre: 'Envoi trop volumineux',
        texte: 'Ce qui a été envoyé dépasse la taille permise. Allégez le fichier et recommencez.',
      }
    case 503:
      return { titre: 'Service indisponible', texte: String(error.data), recharger: true }
    default:
      return {
        titre: `Erreur ${error.status}`,
        texte: 'La demande n’a pas abouti. Rechargez la page ou revenez à l’accueil.',
        recharger: true,
      }
  }
}

/** What a page shows instead of itself: what happened, and what to do next. */
export function PageError() {
  const error = useRouteError()
  const { titre, texte, recharger } = messageDe(error)
  useEffect(() => {
    if (!isRouteErrorResponse(error)) tellError('PAGE', error)
  }, [error])
  const { pathname, search } = useLocation()
  const accueil = pathname.startsWith('/extranet') ? '/extranet' : '/'
  return (
    <div className={css.page}>
      <h1>{titre}</h1>
      <Bandeau severity={recharger ? 'warning' : 'info'}>{texte}</Bandeau>
      <div className={css.suites}>
        {recharger && <a href={pathname + search}>Recharger la page</a>}
        <Link to={accueil}>Revenir à l’accueil</Link>
      </div>
    </div>
  )
}
