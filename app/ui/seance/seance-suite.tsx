import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { compter } from '#domain/nombre'
import type { EtapeSeance } from '#domain/seance/seance'
import { heureDeParis } from '#domain/temps/instant'
import { formatJour, type Jour } from '#domain/temps/jour'
import { Retour } from '#ui/kit/acte/retour'
import { ChampDate } from '#ui/kit/date/champ-date'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/seance/seance.module.css'

export type SeanceVue = {
  id: string
  version: number
  jour: Jour
  etape: EtapeSeance
  deliberation: { numero: string; le: Jour; executoireLe: Jour | null } | null
  /** Who read the mails and puts them forward. */
  preparation: { par: string; moi: boolean } | null
  /** The mails that wait and may be taken back, until the last of them leaves. */
  aReprendre: { n: number; jusquA: Date } | null
  lignes: readonly { vote: string | null; nature: string | null; notifiee: boolean; rouverteLe: Date | null }[]
  droits: { preparer: boolean; voter: boolean; demanderRapport: boolean }
}

type Props = SeanceVue & { reponse: Reponse | undefined }

/** What comes next for a séance, one step at a time, and what it does, before it is done. */
export function SeanceSuite({ droits, reponse, ...seance }: Props) {
  const { etape, deliberation, lignes } = seance
  const votes = lignes.filter(({ vote }) => vote !== null).length
  const aNotifier = lignes.filter((une) => une.nature !== null && !une.notifiee && une.rouverteLe === null).length
  if (etape === 'ORDRE_DU_JOUR')
    return droits.preparer ? (
      <section className={css.suite} aria-label="Suite">
        <p>
          Inscrivez des dossiers depuis la bannette{' '}
          <Link to="/dossiers?vue=a-decider&proposition=proposee">À décider, avec une proposition</Link>
          {'\u00a0'}: choisissez-les, puis «{'\u00a0'}Inscrire à une séance{'\u00a0'}».
        </p>
        {lignes.length > 0 && (
          <Acte seance={seance} intent="clore" texte="Arrêter la liste" dit={<Retour de="cloreListe" />} />
        )}
      </section>
    ) : null
  if (etape === 'VOTES')
    return (
      <>
        {votes === 0 && droits.preparer && (
          <Acte seance={seance} intent="rouvrir" texte="Rouvrir la liste" dit={<Retour de="rouvrirListe" />} />
        )}
        {votes === lignes.length && droits.voter && (
          <Acte
            seance={seance}
            intent="deliberer"
            jour={{ label: 'Jour de la délibération', defaut: seance.jour, reponse }}
            texte="Numéroter la délibération"
            dit={<Retour de="deliberer" />}
          />
        )}
      </>
    )
  return (
    <section className={css.suite} aria-label="Suite">
      <p>
        Délibération n°{'\u00a0'}
        {deliberation?.numero} du {formatJour(deliberation?.le ?? seance.jour)}
        {deliberation?.executoireLe && `, exécutoire depuis le ${formatJour(deliberation.executoireLe)}`}.
      </p>
      {etape === 'DELIBEREE' && droits.voter && (
        <Acte
          seance={seance}
          intent="rendreExecutoire"
          jour={{ label: 'Jour où la préfecture l’a reçue', defaut: '', reponse }}
          texte="La délibération est exécutoire"
          dit={<Retour de="rendreExecutoire" />}
        />
      )}
      {lignes.some(({ notifiee, rouverteLe }) => notifiee || rouverteLe !== null) && (
        <p>
          <Link to={`/commissions/${seance.id}/suivi`}>Suivi des notifications</Link>
        </p>
      )}
      {aNotifier > 0 && (
        <p>
          <Link to={`/commissions/${seance.id}/repetition`}>Répétition générale</Link>
          {'\u00a0'}: {compter(aNotifier, 'courriel')} à relire avant le départ.
          {seance.preparation && ` Relus par ${seance.preparation.moi ? 'vous' : seance.preparation.par}.`}
          {seance.preparation?.moi && ' Une autre personne, responsable, les fait partir.'}
        </p>
      )}
      {etape === 'EXECUTOIRE' && droits.voter && aNotifier > 0 && seance.preparation?.moi === false && (
        <Acte
          seance={seance}
          intent="notifier"
          action={`/commissions/${seance.id}/notifications`}
          texte={`Préparer ${compter(aNotifier, 'notification')}`}
          dit="Vous verrez ce qui partira avant de dire oui."
        />
      )}
      {seance.aReprendre && droits.voter && (
        <Acte
          seance={seance}
          intent="reprendreNotification"
          action={`/commissions/${seance.id}/notifications`}
          texte={`Reprendre ${compter(seance.aReprendre.n, 'notification')}`}
          dit={`Les courriels attendent\u00a0: tout peut être repris jusqu’à ${heureDeParis(seance.aReprendre.jusquA)}.`}
        />
      )}
      {etape === 'EXECUTOIRE' && aNotifier === 0 && (
        <p>
          {lignes.some(({ rouverteLe }) => rouverteLe !== null)
            ? 'Toutes les décisions de cette séance sont notifiées, ou ont été rouvertes.'
            : 'Toutes les décisions de cette séance sont notifiées.'}
        </p>
      )}
    </section>
  )
}

type DeSeance = Pick<Props, 'id' | 'version'>
type PropsActe = {
  seance: DeSeance
  intent: string
  texte: string
  dit: ReactNode
  action?: string
  /** The day that the act asks for; `defaut` is empty where none is proposed. */
  jour?: { label: string; defaut: string; reponse: Reponse | undefined }
}

function Acte({ seance, intent, texte, dit, action, jour }: PropsActe) {
  const envoi = useEnvoi<Reponse>({ nom: 'suiteSeance', objet: `${seance.id}/${intent}` })
  const reponse = envoi.data ?? jour?.reponse
  const refus = erreurDe(reponse, 'le')
  return (
    <Formulaire envoi={envoi} noValidate aria-label={texte} className={css.formulaire} {...(action && { action })}>
      <FormErreur reponse={reponse} champs={jour ? ['le'] : []} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={seance.version} />
      {jour && (
        <ChampDate
          name="le"
          label={jour.label}
          defaultValue={jour.defaut}
          error={Boolean(refus)}
          helperText={refus ?? 'JJ/MM/AAAA'}
        />
      )}
      <div>{dit}</div>
      <div className={css.boutons}>
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          {texte}
        </Button>
      </div>
    </Formulaire>
  )
}
