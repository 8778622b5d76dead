import { Link } from '@remix-run/react'
import { parQuatre } from '#domain/demandeur/second-facteur'
import { compter } from '#domain/nombre'
import { formatInstant } from '#libelles/temps'
import { EtoileDite } from '#ui/extranet/etoile-dite'
import { ChampCode } from '#ui/extranet/champ-code'
import css from '#ui/extranet/extranet.module.css'
import propre from '#ui/extranet/second-facteur.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { type Envoi, useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** `secours`: the codes that serve once, shown this time only. */
export type ReponseSecondFacteur = Reponse<{ secours: string[] }>

type Lu =
  | { etat: 'AUCUN' }
  | { etat: 'A_CONFIRMER'; secret: string; carre: { cote: number; trace: string } }
  | { etat: 'ACTIF'; depuis: Date; secours: number }

type Formulaires = { envoi: Envoi<ReponseSecondFacteur>; reponse: ReponseSecondFacteur | undefined }

/** Turns the second factor on, with a telephone, or off. */
export function SecondFacteurExtranet({ lu, recue }: { lu: Lu; recue: ReponseSecondFacteur | undefined }) {
  const envoi = useEnvoi<ReponseSecondFacteur>({ nom: 'secondFacteur', objet: '' })
  const reponse = envoi.data ?? recue
  return (
    <>
      <h1>Double authentification</h1>
      <p>
        <Link to="/extranet/sessions">Revenir à votre compte</Link>
      </p>
      <RefusResume
        reponse={reponse}
        questions={[
          ['motDePasse', 'Mot de passe'],
          ['code', 'Code'],
        ]}
      />
      {lu.etat === 'ACTIF' && reponse?.secours && <Secours codes={reponse.secours} />}
      {lu.etat === 'AUCUN' && <Preparer envoi={envoi} />}
      {lu.etat === 'A_CONFIRMER' && <Confirmer lu={lu} envoi={envoi} reponse={reponse} />}
      {lu.etat === 'ACTIF' && <Retirer lu={lu} envoi={envoi} reponse={reponse} />}
    </>
  )
}

const Preparer = ({ envoi }: Pick<Formulaires, 'envoi'>) => (
  <>
    <p>
      Avec elle, votre mot de passe ne suffit plus{'\u00a0'}: un code à six chiffres, affiché par une application de
      votre téléphone, est demandé à chaque connexion. Elle est facultative.
    </p>
    <p>
      Il vous faut une application qui affiche ces codes, par exemple FreeOTP, Aegis, Google Authenticator ou Microsoft
      Authenticator.
    </p>
    <Formulaire envoi={envoi} aria-label="Activer la double authentification">
      <input type="hidden" name="intent" value="preparer" />
      <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
        Activer la double authentification
      </button>
    </Formulaire>
  </>
)

function Confirmer({ lu, envoi, reponse }: Formulaires & { lu: Extract<Lu, { etat: 'A_CONFIRMER' }> }) {
  const { cote, trace } = lu.carre
  return (
    <>
      <p>
        1. Avec l’application de votre téléphone, lisez ce carré, ou saisissez cette clé{'\u00a0'}:{' '}
        <strong className={propre.cle}>{lu.secret}</strong>
      </p>
      <svg
        className={propre.carre}
        viewBox={`0 0 ${cote} ${cote}`}
        role="img"
        aria-label="QR code de la clé"
        shapeRendering="crispEdges"
      >
        <rect width={cote} height={cote} fill="#fff" />
        <path d={trace} fill="#000" />
      </svg>
      <p>2. Saisissez le code que l’application affiche. Rien n’est demandé à la connexion avant.</p>
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Confirmer la double authentification">
        <input type="hidden" name="intent" value="activer" />
        <EtoileDite />
        <ChampCode label="Code à six chiffres" reponse={reponse} />
        <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
          Confirmer
        </button>
      </Formulaire>
    </>
  )
}

const Secours = ({ codes }: { codes: readonly string[] }) => (
  <section role="status" className={css.fait}>
    <h2 className={propre.titre}>La double authentification est active{'\u00a0'}: gardez ces codes de secours</h2>
    <p>
      Chacun sert une seule fois, à la place du code, si vous perdez votre téléphone. Notez-les maintenant{'\u00a0'}:
      ils ne seront plus affichés.
    </p>
    <ul className={propre.secours} aria-label="Codes de secours">
      {codes.map((code) => (
        <li key={code}>{parQuatre(code)}</li>
      ))}
    </ul>
  </section>
)

function Retirer({ lu, envoi, reponse }: Formulaires & { lu: Extract<Lu, { etat: 'ACTIF' }> }) {
  const refus = erreurDe(reponse, 'motDePasse')
  return (
    <>
      <p>
        Active depuis le {formatInstant(lu.depuis)}. Il vous reste {compter(lu.secours, 'code')} de secours.
      </p>
      <h2>Retirer la double authentification</h2>
      <p>Pour avoir d’autres codes de secours ou changer de téléphone, retirez-la puis activez-la de nouveau.</p>
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Retirer la double authentification">
        <input type="hidden" name="intent" value="retirer" />
        <EtoileDite />
        <div className={css.question}>
          <ChampTexte
            id="motDePasse"
            name="motDePasse"
            label="Mot de passe"
            type="password"
            autoComplete="current-password"
            error={refus !== undefined}
            helperText={refus}
            required
          />
        </div>
        <ChampCode label="Code à six chiffres, ou code de secours" reponse={reponse} />
        <button type="submit" className={`${css.bouton} ${css.second}`} disabled={envoi.state !== 'idle'}>
          Retirer la double authentification
        </button>
      </Formulaire>
    </>
  )
}
