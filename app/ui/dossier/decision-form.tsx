import { ChampsDuVote } from '#ui/dossier/decision/decision-vote'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Typography } from '@mui/material'
import { useLocation, useParams } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { formatNombre } from '#domain/budget/montant'
import { compter } from '#domain/nombre'
import { type ActeDecision, MOTIFS_REFUS, MOTIFS_SANS_SUITE, type NatureDecision } from '#domain/dossier/decision'
import type { Proposition } from '#domain/proposition/proposition'
import type { RegleRecevabilite } from '#domain/dossier/recevabilite'
import { AVERTISSEMENT_MOTIF, libelleMotif } from '#libelles/dossier/dossier'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import type { UsageTexte } from '#domain/texte-type/texte-type'
import { montantCourt } from '#libelles/budget/montant'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { TexteChoix } from '#ui/texte-type/texte-choix'

type Apercu = {
  decision: { nature: NatureDecision; montantCents: bigint | null; avecCourriel: boolean }
  courriel: CourrielMontre | null
}

type Props = {
  acte: ActeDecision
  version: number
  montantDemandeCents: bigint
  montantMaxCents: bigint | null
  resteEnveloppeCents: bigint | null
  motifsDIneligibilite: RegleRecevabilite[]
  attenteMinutes: number
  /** What who instructs proposes: the amount begins from it. */
  proposee: Proposition | null
}

const motifsDe = (acte: ActeDecision, ineligibilite: readonly RegleRecevabilite[]): readonly string[] => {
  if (acte === 'refuser') return MOTIFS_REFUS
  if (acte === 'classerSansSuite') return MOTIFS_SANS_SUITE
  return acte === 'declarerIneligible' ? ineligibilite : []
}

/** When the mail leaves, and until when it can be held back; undefined when at once. What a vote makes waits for somebody else. */
const phraseAttente = (minutes: number, votee: boolean): string | undefined => {
  if (votee) return RELECTURE
  return minutes > 0
    ? `Ce courriel partira ${compter(minutes, 'minute')} après votre confirmation\u00a0; d’ici là, vous pourrez reprendre la décision`
    : undefined
}

const RELECTURE =
  'Ce courriel attendra qu’une autre personne, responsable, l’ait relu et fait partir\u00a0; d’ici là, vous pourrez reprendre la décision'

const PRECISION: Record<ActeDecision, string> = {
  accorder: 'Pourquoi moins que demandé, si c’est le cas (le demandeur le lira)',
  refuser: 'Explication (le demandeur la lira)',
  classerSansSuite: 'Précision',
  declarerHorsDelai: 'Explication (le demandeur la lira)',
  declarerIneligible: 'Explication (le demandeur la lira)',
  retirer: 'Quand et comment le demandeur l’a demandé',
}

const USAGE: Record<ActeDecision, UsageTexte> = {
  accorder: 'REFUS',
  refuser: 'REFUS',
  classerSansSuite: 'SANS_SUITE',
  declarerHorsDelai: 'IRRECEVABILITE',
  declarerIneligible: 'IRRECEVABILITE',
  retirer: 'SANS_SUITE',
}

const VERBE: Record<NatureDecision, string> = {
  ACCORDE: 'Accorder',
  ACCORDE_PARTIEL: 'Accorder en partie',
  REFUSE: 'Refuser la subvention',
  SANS_SUITE: 'Classer sans suite',
  RETIRE: 'Enregistrer le retrait',
  HORS_DELAI: 'Déclarer hors délai',
  INELIGIBLE: 'Déclarer inéligible',
}

/** What the button says it does: « Accorder 4 500 € ». */
function verbeDe({ nature, montantCents }: { nature: NatureDecision; montantCents: bigint | null }): string {
  if (montantCents !== null) return `Accorder ${montantCourt(montantCents)}`
  return VERBE[nature]
}

/** The fields that say themselves what is wrong with them. */
const CHAMPS = ['montant', 'motif', 'precision', 'prevenir', 'deliberation', 'voteLe', 'executoireLe']

/** Composes a decision; nothing is decided before the mail has been seen and the verb clicked. */
export function DecisionForm({
  acte,
  version,
  montantDemandeCents,
  montantMaxCents,
  resteEnveloppeCents,
  motifsDIneligibilite,
  attenteMinutes,
  proposee,
}: Props) {
  const envoi = useEnvoi<Reponse<{ apercu: Apercu }>>({ nom: 'decision', objet: `${useLocation().pathname}/${acte}` })
  const { numero = '' } = useParams()
  const [vu, setVu] = useState<Apercu | null>(null)
  useEffect(() => setVu(envoi.data?.apercu ?? null), [envoi.data])
  const id = `decision-${acte}`
  const form = useFoyerDuRefus(envoi.data)
  const refus = (champ: string, aide?: string) => {
    const phrase = erreurDe(envoi.data, champ)
    return { error: Boolean(phrase), helperText: phrase ?? aide }
  }
  const busy = envoi.state !== 'idle'
  const sansVote = acte === 'classerSansSuite' || acte === 'retirer'
  const motifs = motifsDe(acte, motifsDIneligibilite)
  const limites = [
    `Demandé\u00a0: ${montantCourt(montantDemandeCents)}.`,
    ...(proposee ? [`Proposé\u00a0: ${montantCourt(proposee.montantCents)}.`] : []),
    ...(montantMaxCents === null ? [] : [`Plafond de la campagne\u00a0: ${montantCourt(montantMaxCents)}.`]),
    ...(resteEnveloppeCents === null ? [] : [`Reste de l’enveloppe\u00a0: ${montantCourt(resteEnveloppeCents)}.`]),
  ]
  return (
    <Formulaire envoi={envoi} id={id} ref={form}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="acte" value={acte} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 560 }}>
        <FormErreur reponse={envoi.data} champs={CHAMPS} />
        {(acte === 'accorder' || acte === 'refuser') && <ChampsDuVote refus={refus} />}
        {acte === 'accorder' && (
          <ChampTexte
            name="montant"
            label="Montant accordé (€)"
            defaultValue={formatNombre(proposee?.montantCents || montantDemandeCents).replace(',00', '')}
            html={{ inputMode: 'decimal' }}
            {...refus('montant', limites.join(' '))}
          />
        )}
        {motifs.length > 0 && (
          <ChampChoix name="motif" label="Motif" defaultValue="" {...refus('motif')}>
            <RienDeChoisi />
            {motifs.map((motif) => (
              <option key={motif} value={motif}>
                {libelleMotif(motif)}
              </option>
            ))}
          </ChampChoix>
        )}
        {(acte === 'refuser' || acte === 'declarerIneligible') && (
          <Bandeau severity="warning">{AVERTISSEMENT_MOTIF}</Bandeau>
        )}
        <TexteChoix usage={USAGE[acte]} sur={{ numero }} vers="precision" />
        <ChampTexte name="precision" label={PRECISION[acte]} multiline minRows={3} {...refus('precision')} />
        {sansVote && (
          <ChampChoix name="prevenir" label="Prévenir le demandeur" defaultValue="" {...refus('prevenir')}>
            <RienDeChoisi />
            <option value="oui">Par un courriel, que vous lirez avant son départ</option>
            <option value="non">Sans courriel</option>
          </ChampChoix>
        )}
        <div>
          <Button type="submit" name="intent" value="apercu" variant="contained">
            {sansVote ? 'Voir avant d’enregistrer' : 'Voir le courriel avant de décider'}
          </Button>
        </div>
      </Box>
      {vu && (
        <ConfirmerActe
          titre={`${verbeDe(vu.decision)}\u00a0?`}
          courriel={vu.courriel}
          sansCourriel={
            !vu.decision.avecCourriel
              ? 'Aucun courriel ne partira\u00a0: vous l’avez choisi.'
              : 'Ce dossier n’a pas d’adresse mail\u00a0: aucun courriel ne partira, la décision sera à notifier par courrier.'
          }
          depart={phraseAttente(
            attenteMinutes,
            !sansVote && acte !== 'declarerHorsDelai' && acte !== 'declarerIneligible',
          )}
          formulaire={id}
          fait={acte}
          intent="decider"
          verbe={verbeDe(vu.decision)}
          busy={busy}
          fermer={() => setVu(null)}
        >
          <Typography>
            Le dossier passera à l’état «{'\u00a0'}
            {LIBELLE_ETAT[vu.decision.nature]}
            {'\u00a0'}» et sera fermé{'\u00a0'}: ni les pièces, ni le formulaire ne pourront plus changer.
          </Typography>
        </ConfirmerActe>
      )}
    </Formulaire>
  )
}
