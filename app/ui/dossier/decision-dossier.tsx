import { Bandeau } from '#ui/kit/bandeau'
import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { type ActeDecision, ACTES_DECISION, type NatureDecision, type RefusDecision } from '#domain/dossier/decision'
import type { RegleRecevabilite } from '#domain/dossier/recevabilite'
import type { Proposition } from '#domain/proposition/proposition'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { Avertissement } from '#domain/dossier/rouvrir'
import type { Etat } from '#domain/dossier/etat'
import { LIBELLE_ACTE_DECISION, libelleMotif, libelleRefusDecision } from '#libelles/dossier/dossier'
import { DELIBERATION_A_SAISIR, phraseVote, type VoteADire } from '#libelles/dossier/vote'
import { montantCourt } from '#libelles/budget/montant'
import { formatInstant } from '#libelles/temps'
import { DecisionNotification, type NotificationVue } from '#ui/notification-de-decision/decision-notification'
import { LettreAOuvrir } from '#ui/notification-de-decision/lettre-a-ouvrir'
import type { LettreSigneeVue } from '#ui/notification-de-decision/lettre-signee'
import { DecisionRouvrir } from '#ui/dossier/decision-rouvrir'
import type { Liberation } from '#ui/notification-de-decision/decision-liberation'
import { RelectureAttendue } from '#ui/notification-de-decision/relecture-attendue'
import { DecisionParVote, type SeanceDuDossier } from '#ui/dossier/decision/decision-vote'
import { DecisionForm } from '#ui/dossier/decision-form'
import { EtatChip, EtatCourrielChip } from '#ui/kit/etat-chip'

type Ferme = { reason: RefusDecision; detail?: string } | null

type Prise = {
  nature: NatureDecision
  montantCents: bigint | null
  motif: string | null
  precision: string
  vote: VoteADire | null
  avecCourriel: boolean
  priseLe: Date
  /** Who took it, as people read it; the demandeur where they withdrew their own demande. */
  par: string
  parLeDemandeur: boolean
  /** The way back from it. */
  retour: string
}

type Props = {
  version: number
  etat: Etat
  montantDemandeCents: bigint
  montantMaxCents: bigint | null
  resteEnveloppeCents: bigint | null
  empechements: Record<ActeDecision, Ferme>
  motifsDIneligibilite: RegleRecevabilite[]
  decision: Prise | null
  /** What is to be read before it is reopened; null while nothing is decided. */
  avertissement: Avertissement | null
  /** Its mail has not left: it can be taken back. */
  reprenable: boolean
  /** Minutes that the mail of a decision waits. */
  attenteMinutes: number
  courriel: {
    id: string
    sujet: string
    destinataire: string
    etat: EtatCourriel
    envoyeLe: Date | null
    remisAuServeurLe: Date | null
  } | null
  notifiee: NotificationVue | null
  /** It waits for a second person; null where it does not. */
  liberation: Liberation | null
  /** The signed letter, or null inside where none is; null where the decision has no letter. */
  lettreSignee: { signee: LettreSigneeVue | null } | null
  adresse: string
  /** May say that it was notified by post. */
  peutEcrire: boolean
  peut: boolean
  acte: string | null
  /** Where it waits for its vote, or was voted; null where it is put to none. */
  seance: SeanceDuDossier | null
  numero: string
  /** What who instructs proposes; null where nothing is. */
  proposee: Proposition | null
}

/** The decision taken, or the three that may be; a closed one is there with its reason. */
export function DossierDecision(props: Props) {
  const { decision, empechements, peut, acte } = props
  if (props.avertissement)
    return (
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {decision ? (
          <Taken decision={decision} courriel={props.courriel} reprenable={props.reprenable} />
        ) : (
          <Typography variant="h2" component="div">
            <EtatChip etat={props.etat} />
          </Typography>
        )}
        <RelectureAttendue {...props} aUneLettre={props.lettreSignee !== null} />
        {decision && props.notifiee && (
          <DecisionNotification
            adresse={props.adresse}
            version={props.version}
            vue={props.notifiee}
            peut={props.peutEcrire}
          />
        )}
        {props.lettreSignee && (
          <LettreAOuvrir
            adresse={props.adresse}
            version={props.version}
            signee={props.lettreSignee.signee}
            peut={props.peutEcrire}
          />
        )}
        {peut && !props.reprenable && <DecisionRouvrir version={props.version} avertissement={props.avertissement} />}
      </Box>
    )
  const possibles = ACTES_DECISION.filter((a) => !empechements[a])
  const voulu = acte ?? (props.proposee?.avis === 'DEFAVORABLE' ? 'refuser' : null)
  const choisi = possibles.find((a) => a === voulu) ?? possibles[0] ?? null
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 720 }}>
      {!peut && (
        <Bandeau severity="info">
          Seul un responsable peut décider. Vous voyez ici ce qui est possible et ce qui ne l’est pas encore.
        </Bandeau>
      )}
      {props.etat !== 'BROUILLON' && <DecisionParVote numero={props.numero} seance={props.seance} />}
      <nav aria-label="Décisions possibles">
        <Box
          component="ul"
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, gridTemplateColumns: { sm: 'repeat(2, 1fr)' } }}
        >
          {ACTES_DECISION.map((a) => (
            <Choix key={a} acte={a} refus={empechements[a]} estChoisi={peut && a === choisi} peut={peut} />
          ))}
        </Box>
      </nav>
      {peut && choisi && <DecisionForm key={`${choisi}-${props.version}`} {...props} acte={choisi} />}
    </Box>
  )
}

function Choix({
  acte,
  refus,
  estChoisi,
  peut,
}: {
  acte: ActeDecision
  refus: Ferme
  estChoisi: boolean
  peut: boolean
}) {
  const cadre = {
    display: 'block',
    p: 1.5,
    border: 1,
    borderColor: estChoisi ? 'primary.main' : 'divider',
    borderRadius: 1,
    height: '100%',
  }
  const corps = (
    <>
      <Box component="span" sx={{ display: 'block', fontWeight: 650 }}>
        {LIBELLE_ACTE_DECISION[acte]}
      </Box>
      <Box component="span" sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
        {refus ? libelleRefusDecision(refus.reason, refus.detail) : EFFET[acte]}
      </Box>
    </>
  )
  return (
    <li>
      {refus || !peut ? (
        <Box sx={cadre}>{corps}</Box>
      ) : (
        <MuiLink
          component={Link}
          to={`?acte=${acte}`}
          replace
          preventScrollReset
          underline="none"
          color="inherit"
          aria-current={estChoisi ? 'true' : undefined}
          sx={{ ...cadre, '&:hover': { borderColor: 'primary.main' } }}
        >
          {corps}
        </MuiLink>
      )}
    </li>
  )
}

const EFFET: Record<ActeDecision, string> = {
  accorder: 'Tout ou partie du montant demandé, par un vote. Un courriel l’annonce.',
  refuser: 'Par un vote, avec un motif et les voies de recours. Un courriel l’annonce.',
  classerSansSuite: 'Sans décision sur le fond. Vous choisissez si un courriel l’annonce.',
  declarerHorsDelai: 'Déposé après la date limite. Un courriel le dit, sans vote.',
  declarerIneligible: 'Sur un point signalé à la recevabilité. Un courriel le dit, sans vote.',
  retirer: 'Le demandeur renonce à sa demande. Vous choisissez si un courriel le confirme.',
}

function Taken({ decision, courriel, reprenable }: { decision: Prise } & Pick<Props, 'courriel' | 'reprenable'>) {
  const { nature, montantCents, motif, precision, vote, par, parLeDemandeur, priseLe, retour } = decision
  return (
    <Box sx={{ display: 'grid', gap: 1, maxWidth: 720 }}>
      <Typography variant="h2" component="div">
        <EtatChip etat={nature} />
        {montantCents !== null && ` ${montantCourt(montantCents)}`}
      </Typography>
      <Typography>
        {parLeDemandeur ? 'Retirée par le demandeur,' : 'Décidé par'} {par}, le {formatInstant(priseLe)}.{' '}
        {reprenable ? 'Elle peut encore être reprise.' : retour}
      </Typography>
      {vote && <Typography>{phraseVote(vote)}.</Typography>}
      {vote?.deliberation === null && (courriel?.etat === 'A_ENVOYER' || courriel?.etat === 'RETENU') && (
        <Bandeau severity="warning">{DELIBERATION_A_SAISIR}</Bandeau>
      )}
      {motif && (
        <Typography>
          Motif{'\u00a0'}: {libelleMotif(motif)}
        </Typography>
      )}
      {precision && <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{precision}</Typography>}
      {courriel ? (
        <Typography>
          <MuiLink component={Link} to={`/courriels/${courriel.id}`}>
            {courriel.sujet}
          </MuiLink>
          , à {courriel.destinataire} <EtatCourrielChip {...courriel} />
          {courriel.envoyeLe && ` le ${formatInstant(courriel.remisAuServeurLe ?? courriel.envoyeLe)}`}
        </Typography>
      ) : (
        <Typography>
          {!decision.avecCourriel
            ? 'Aucun courriel n’est parti\u00a0: c’était le choix de l’agent.'
            : 'Aucun courriel n’est parti, faute d’adresse\u00a0: la décision est à notifier par courrier.'}
        </Typography>
      )}
    </Box>
  )
}
