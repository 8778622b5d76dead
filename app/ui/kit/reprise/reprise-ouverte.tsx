import { formatInstant } from '#libelles/temps'
import { type Conflit, type conflitCourant, conflitLu } from '#ui/kit/reprise/conflit'
import { Boutons, Dialogue } from '#ui/kit/reprise/dialogue'
import { seTenirPret } from '#ui/kit/reprise/panne'
import type { attenteCourante, Manque } from '#ui/kit/reprise/reprise'
import { SessionFinie } from '#ui/kit/reprise/session-finie'

export { MotsGardesOuverts } from '#ui/kit/reprise/mots-gardes-ouverts'

// At hand as soon as it comes.
seTenirPret()

type Props = { attente: ReturnType<typeof attenteCourante>; conflit: ReturnType<typeof conflitCourant> }

/** What is asked before the request goes on, else what a colleague did meanwhile. */
export function RepriseOuverte({ attente, conflit }: Props) {
  if (attente?.manque === 'SESSION')
    return (
      <SessionFinie reprendre={() => attente.repondre('REPRENDRE')} renoncer={() => attente.repondre('RENONCER')} />
    )
  if (attente) return <Panne {...attente} manque={attente.manque} />
  return conflit && <ModifieEntreTemps conflit={conflit.conflit} />
}

type PropsPanne = {
  manque: Exclude<Manque, 'SESSION'>
  estEnvoi: boolean
  repondre: (suite: 'REPRENDRE' | 'RENONCER') => void
}

const PANNE = {
  RESEAU: ['Le réseau ne répond pas', 'Vérifiez votre connexion.'],
  SERVEUR: ['Le serveur n’a pas répondu comme prévu', 'Le problème est enregistré dans le journal technique.'],
} as const

function Panne({ manque, estEnvoi, repondre }: PropsPanne) {
  const [titre, cause] = PANNE[manque]
  return (
    <Dialogue titre={titre} fermer={() => repondre('RENONCER')}>
      <p>{cause}</p>
      <p>
        {estEnvoi
          ? 'Ce que vous avez écrit est toujours là. Réessayer ne fera rien deux fois.'
          : 'La page que vous voyez reste en place.'}
      </p>
      <Boutons>
        <button type="button" onClick={() => repondre('RENONCER')}>
          Rester sur la page
        </button>
        <button type="button" data-plein="" data-foyer="" onClick={() => repondre('REPRENDRE')}>
          Réessayer
        </button>
      </Boutons>
    </Dialogue>
  )
}

/** Whether to leave words that were not sent. */
export function Quitter({ rester, partir }: { rester: () => void; partir: () => void }) {
  return (
    <Dialogue titre={'Quitter cette page\u00a0?'} fermer={rester}>
      <p>
        Ce que vous avez écrit n’est pas envoyé. Il est gardé sur cet appareil{'\u00a0'}: vous le retrouverez en
        revenant ici, et sur l’accueil.
      </p>
      <Boutons>
        <button type="button" data-foyer="" onClick={rester}>
          Rester
        </button>
        <button type="button" data-plein="" onClick={partir}>
          Quitter la page
        </button>
      </Boutons>
    </Dialogue>
  )
}

function ModifieEntreTemps({ conflit }: { conflit: Conflit | null }) {
  const qui = conflit
    ? `${conflit.acteur} a modifié cet élément le ${formatInstant(new Date(conflit.le))} (${conflit.dit}).`
    : 'Quelqu’un a modifié cet élément pendant que vous le regardiez.'
  return (
    <Dialogue titre="Modifié entre-temps" fermer={conflitLu}>
      <p>{qui}</p>
      <p>
        Votre action n’a pas été enregistrée. Ce que vous aviez écrit est gardé, et la page montre maintenant l’état
        actuel{'\u00a0'}: relisez, puis recommencez si c’est encore utile.
      </p>
      <Boutons>
        <button type="button" data-plein="" data-foyer="" onClick={conflitLu}>
          Voir l’état actuel
        </button>
      </Boutons>
    </Dialogue>
  )
}
