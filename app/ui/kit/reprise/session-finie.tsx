import { type FormEvent, useContext, useState } from 'react'
import { Boutons, Dialogue } from '#ui/kit/reprise/dialogue'
import css from '#ui/kit/reprise/dialogue.module.css'
import { Poste } from '#ui/kit/formulaire/poste'
import { partirSansDemander } from '#ui/kit/formulaire/saisies'

type Props = { reprendre: () => void; renoncer: () => void }

const ADRESSE = '/connexion/reprise'
const INJOIGNABLE = 'Le serveur ne répond pas. Recommencez dans un instant.'

type Sort = { agentId: string } | { refus: string }

async function seConnecter(saisie: FormData): Promise<Sort> {
  const corps = new URLSearchParams([...saisie].map(([nom, valeur]) => [nom, typeof valeur === 'string' ? valeur : '']))
  try {
    const reponse = await fetch(ADRESSE, { method: 'POST', body: corps })
    return (await reponse.json()) as Sort
  } catch {
    return { refus: INJOIGNABLE }
  }
}

/** The session ended: who is here signs in again, the page keeps its words, then what waited goes on. */
export function SessionFinie(props: Props) {
  const ailleurs = useContext(Poste)?.entree
  return ailleurs ? <DansUnAutreOnglet entree={ailleurs} {...props} /> : <SurPlace {...props} />
}

/** Where a sign-in asks more than a password, its own page does it, beside this one. */
const DansUnAutreOnglet = ({ entree, reprendre, renoncer }: Props & { entree: string }) => (
  <Dialogue titre="Votre session a pris fin" fermer={renoncer}>
    <p>
      Ce que vous avez écrit est toujours là.{' '}
      <a href={entree} target="_blank" rel="noreferrer" data-foyer="">
        Reconnectez-vous dans un autre onglet
      </a>
      , puis revenez ici et continuez.
    </p>
    <Boutons>
      <button type="button" onClick={renoncer}>
        Rester sur la page
      </button>
      <button type="button" data-plein="" onClick={reprendre}>
        Continuer
      </button>
    </Boutons>
  </Dialogue>
)

/** Signs in over the page. */
function SurPlace({ reprendre, renoncer }: Props) {
  const moi = useContext(Poste)
  const [refus, setRefus] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const envoyer = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const sort = await seConnecter(new FormData(event.currentTarget))
    setBusy(false)
    if ('refus' in sort) {
      setRefus(sort.refus)
      return
    }
    if (sort.agentId === moi?.id) {
      reprendre()
      return
    }
    // What the first one wrote stays theirs: the page is drawn again for the other, who is shown nothing of it.
    partirSansDemander()
    window.location.assign('/')
  }
  return (
    <Dialogue titre="Votre session a pris fin" fermer={renoncer}>
      <p>
        Reconnectez-vous pour continuer{'\u00a0'}: ce que vous avez écrit est toujours là, et ce que vous avez demandé
        sera fait aussitôt.
      </p>
      <form onSubmit={(event) => void envoyer(event)} aria-label="Se reconnecter">
        <label className={css.champ}>
          Adresse mail
          <input name="courriel" type="email" autoComplete="username" required defaultValue={moi?.courriel} />
        </label>
        <label className={css.champ}>
          Mot de passe
          <input name="motDePasse" type="password" autoComplete="current-password" required data-foyer="" />
        </label>
        <p role="alert" className={css.refus}>
          {refus}
        </p>
        <Boutons>
          <button type="button" onClick={renoncer}>
            Rester sur la page
          </button>
          <button type="submit" data-plein="" aria-disabled={busy}>
            Se reconnecter
          </button>
        </Boutons>
      </form>
    </Dialogue>
  )
}
