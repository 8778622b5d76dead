import { Link } from '@remix-run/react'
import { LONGUEUR_MOT_DE_PASSE } from '#domain/acces/mot-de-passe'
import { compter } from '#domain/nombre'
import { EtoileDite } from '#ui/extranet/etoile-dite'
import css from '#ui/extranet/extranet.module.css'
import { BoutonProConnect } from '#ui/extranet/proconnect/depart-proconnect'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Recue<T extends object = object> = { recue: Reponse<T> | undefined }

type Question = {
  nom: string
  label: string
  type: 'email' | 'password'
  autoComplete: string
  aide?: string
}

function Champ({
  question: { nom, label, type, autoComplete, aide },
  reponse,
}: {
  question: Question
  reponse: Reponse | undefined
}) {
  const refus = erreurDe(reponse, nom)
  return (
    <div className={css.question}>
      <ChampTexte
        id={nom}
        name={nom}
        label={label}
        type={type}
        autoComplete={autoComplete}
        defaultValue={type === 'password' ? '' : avantDe(reponse, nom)}
        error={refus !== undefined}
        helperText={refus ?? aide}
        required
      />
    </div>
  )
}

const IDENTIFIANT: Question = {
  nom: 'courriel',
  label: 'Identifiant (votre adresse électronique)',
  type: 'email',
  autoComplete: 'username',
}
const MOT_DE_PASSE: Question = {
  nom: 'motDePasse',
  label: 'Mot de passe',
  type: 'password',
  autoComplete: 'current-password',
}
const NOUVEAU: readonly Question[] = [
  {
    ...MOT_DE_PASSE,
    autoComplete: 'new-password',
    aide: `Au moins ${compter(LONGUEUR_MOT_DE_PASSE, 'caractère')}\u00a0: une phrase courte est facile à retenir.`,
  },
  { nom: 'confirmation', label: 'Le même, une seconde fois', type: 'password', autoComplete: 'new-password' },
]

const nomsDe = (questions: readonly Question[]) => questions.map(({ nom, label }) => [nom, label] as const)

/** Signs in on the extranet; an officer signs in elsewhere. */
export function ConnexionExtranet({ recue, proConnect }: Recue & { proConnect: boolean }) {
  const envoi = useEnvoi<Reponse>({ nom: 'connexionExtranet', objet: '' })
  const reponse = envoi.data ?? recue
  return (
    <>
      <h1>Connexion</h1>
      <RefusResume reponse={reponse} questions={nomsDe([IDENTIFIANT, MOT_DE_PASSE])} />
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Connexion">
        <EtoileDite />
        <Champ question={IDENTIFIANT} reponse={reponse} />
        <Champ question={MOT_DE_PASSE} reponse={reponse} />
        <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
          Se connecter
        </button>
      </Formulaire>
      {proConnect && <BoutonProConnect />}
      <p>
        Première connexion, ou mot de passe oublié{'\u00a0'}?{' '}
        <Link to="/extranet/mot-de-passe">Générez un mot de passe</Link>
      </p>
      <p>
        Pas encore de compte{'\u00a0'}? <Link to="/extranet/compte">Demandez une ouverture de compte</Link>
      </p>
    </>
  )
}

/** Asks for the link by which a password is chosen: the same answer, whether an account has this address or none. */
export function MotDePasseAGenerer({ recue }: Recue<{ envoye: boolean }>) {
  const envoi = useEnvoi<Reponse<{ envoye: boolean }>>({ nom: 'motDePasseAGenerer', objet: '' })
  const reponse = envoi.data ?? recue
  return (
    <>
      <h1>Générez un mot de passe</h1>
      <p>
        À la première connexion, ou si vous l’avez oublié. Un courriel part à votre adresse, avec votre identifiant et
        un lien pour choisir votre mot de passe. Il sert une fois, pendant 24{'\u00a0'}heures.
      </p>
      {reponse?.envoye && (
        <p role="status" className={css.fait}>
          Si un compte est ouvert à cette adresse, un courriel vient d’y être envoyé. Rien ne vient{'\u00a0'}? Regardez
          dans les courriels indésirables.
        </p>
      )}
      <RefusResume reponse={reponse} questions={nomsDe([IDENTIFIANT])} />
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Générer un mot de passe">
        <EtoileDite />
        <Champ question={IDENTIFIANT} reponse={reponse} />
        <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
          Recevoir le lien
        </button>
      </Formulaire>
      <p>
        <Link to="/extranet/connexion">Revenir à la connexion</Link>
      </p>
    </>
  )
}

/** Who holds the link chooses a password, and is signed in. */
export function MotDePasseAChoisir({ recue }: Recue) {
  const envoi = useEnvoi<Reponse>({ nom: 'motDePasseAChoisir', objet: '' })
  const reponse = envoi.data ?? recue
  return (
    <>
      <h1>Choisissez votre mot de passe</h1>
      <RefusResume reponse={reponse} questions={nomsDe(NOUVEAU)} />
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Mot de passe">
        <EtoileDite />
        {NOUVEAU.map((question) => (
          <Champ key={question.nom} question={question} reponse={reponse} />
        ))}
        <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
          Enregistrer et me connecter
        </button>
      </Formulaire>
      <p>
        <Link to="/extranet/mot-de-passe">Demander un autre lien</Link>
      </p>
    </>
  )
}
