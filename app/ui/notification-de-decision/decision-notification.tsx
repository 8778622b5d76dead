import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import type { Preuve } from '#domain/courriel/preuve'
import type { NotificationProuvee } from '#domain/notification-de-decision/notification-prouvee'
import { formatJour, type Jour } from '#domain/temps/jour'
import { LIBELLE_PREUVE, SENS_PREUVE } from '#libelles/courriel/preuve'
import { phraseNotification } from '#libelles/notification-de-decision/notification-prouvee'
import { Bandeau } from '#ui/kit/bandeau'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { venir } from '#ui/kit/reprise/code'

const Ouvert = lazy(() =>
  venir(() =>
    import('#ui/notification-de-decision/courrier-ouvert').then(({ CourrierOuvert }) => ({ default: CourrierOuvert })),
  ),
)

export type NotificationVue = {
  preuve: Preuve | null
  prouvee: NotificationProuvee | null
  /** The last day to contest it; null where no time runs. */
  recoursJusquA: Jour | null
  /** The registered letter, where one was used. */
  recommande: string
  parCourrier: boolean
  /** Since when it is to be told by post; null where it is not. */
  parCourrierDepuis: Jour | null
  reprenable: boolean
}

type Props = { adresse: string; version: number; vue: NotificationVue; peut: boolean }

/** What proves that a decision was notified, the appeal time that runs from there, and the post where nothing else is left. */
export function DecisionNotification({ adresse, version, vue, peut }: Props) {
  const [ouvert, setOuvert] = useState(false)
  const { preuve, prouvee, recoursJusquA, recommande, parCourrierDepuis } = vue
  return (
    <section aria-label="Notification">
      {prouvee ? (
        <p>
          {phraseNotification(prouvee)}
          {recommande && ` Recommandé n°\u00a0${recommande}.`}{' '}
          {recoursJusquA && `Elle peut être contestée jusqu’au ${formatJour(recoursJusquA)}.`}
        </p>
      ) : parCourrierDepuis ? (
        <Bandeau severity="error">
          À notifier par courrier depuis le {formatJour(parCourrierDepuis)}
          {'\u00a0'}: aucun courriel ne l’a dite. Le délai de recours ne court pas.
        </Bandeau>
      ) : (
        <p>
          {preuve && `${LIBELLE_PREUVE[preuve]}. ${SENS_PREUVE[preuve]} `}
          La notification n’est pas prouvée{'\u00a0'}: le délai de recours ne court pas.
        </p>
      )}
      {peut && vue.parCourrier && <Reprise adresse={adresse} version={version} />}
      {peut &&
        !vue.parCourrier &&
        !vue.reprenable &&
        (ouvert ? (
          <Suspense>
            <Ouvert adresse={adresse} version={version} fermer={() => setOuvert(false)} />
          </Suspense>
        ) : (
          <Button variant={parCourrierDepuis ? 'contained' : 'outlined'} onClick={() => setOuvert(true)}>
            Notifiée par courrier…
          </Button>
        ))}
    </section>
  )
}

function Reprise({ adresse, version }: Pick<Props, 'adresse' | 'version'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'courrierRepris', objet: adresse })
  return (
    <Formulaire envoi={envoi} action={`${adresse}/courrier`}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="reprendre" />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" disabled={envoi.state !== 'idle'}>
        Reprendre cette notification
      </Button>
    </Formulaire>
  )
}
