import { Box, Button, Typography } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { accorder } from '#domain/nombre'
import type { Section } from '#domain/dossier/deverrouillage'
import type { Canal } from '#domain/dossier/souhait'
import { heureDeParis } from '#domain/temps/instant'
import { LIBELLE_CANAL } from '#libelles/deverrouillage'
import { LIBELLE_SECTION } from '#libelles/dossier/dossier'
import { formatInstant } from '#libelles/temps'
import { MotifForm } from '#ui/kit/formulaire/motif-form'
import { NoterSouhait } from '#ui/deverrouillage/noter-souhait'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type Souhait = {
  id: string
  canal: Canal
  texte: string
  /** The parts it names, where it was asked on the extranet. */
  sections: Section[]
  demandeur: string
  recueLe: Date
  saisiePar: string | null
}

export type SouhaitTraite = Souhait & {
  etat: 'EN_ATTENTE' | 'ACCEPTEE' | 'REFUSEE'
  motifRefus: string
  traiteePar: { prenom: string; nom: string } | null
  traiteeLe: Date | null
  /** When the mail of the refusal leaves; null once it has, or when there is none. */
  partLe: Date | null
}

type Props = {
  adresse: string
  version: number
  enAttente: Souhait[]
  peut: boolean
  ouvert: boolean
  maintenant: string
}

/** What the demandeur asks and nobody has answered, and the way to write down what came otherwise than by mail. */
export function Souhaits({ adresse, version, enAttente, peut, ouvert, maintenant }: Props) {
  const [note, setNote] = useState(false)
  return (
    <section aria-labelledby="demandes">
      <Typography variant="h2" id="demandes" sx={{ mb: 1 }}>
        Ce que demande le demandeur
      </Typography>
      {enAttente.length === 0 && <Typography>Aucune demande de modification n’attend de réponse.</Typography>}
      {enAttente.map((souhait) => (
        <Citation key={souhait.id} souhait={souhait}>
          {peut && <Refuser {...{ adresse, version }} demandeId={souhait.id} />}
        </Citation>
      ))}
      {enAttente.length > 0 && !ouvert && peut && (
        <Typography variant="body2">
          En ouvrant le dossier ci-dessous, vous acceptez {accorder(enAttente.length, 'cette demande', 'ces demandes')}
          {'\u00a0'}: le courriel y répondra.
        </Typography>
      )}
      {peut && !note && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => setNote(true)}>
          Noter une demande reçue par téléphone ou autrement
        </Button>
      )}
      {peut && note && (
        <NoterSouhait key={version} {...{ adresse, version, maintenant }} fermer={() => setNote(false)} />
      )}
    </section>
  )
}

function Refuser({ adresse, version, demandeId }: { adresse: string; version: number; demandeId: string }) {
  const [ouvert, setOuvert] = useState(false)
  if (!ouvert)
    return (
      <Button size="small" color="inherit" onClick={() => setOuvert(true)}>
        Refuser cette demande…
      </Button>
    )
  return (
    <MotifForm
      identite={{ nom: 'refusDemande', objet: demandeId }}
      action={`${adresse}/souhaits`}
      cache={{ intent: 'refuser', version: String(version), demandeId }}
      label="Pourquoi refuser (le demandeur le lira)"
      verbe="Refuser et prévenir le demandeur"
      note="Le courriel part cinq minutes après, le temps de vous raviser."
      fait="refuserDeverrouillage"
      fermer={() => setOuvert(false)}
    />
  )
}

type Traites = { adresse: string; version: number; traitees: SouhaitTraite[]; peut: boolean }

/** The wishes that were answered, each with its answer; one whose mail has not left can still be taken back. */
export const SouhaitsTraites = ({ adresse, version, traitees, peut }: Traites) =>
  traitees.map((souhait) => (
    <Citation key={souhait.id} souhait={souhait}>
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {souhait.etat === 'ACCEPTEE' ? 'Acceptée' : 'Refusée'}
        {souhait.traiteePar &&
          souhait.traiteeLe &&
          ` par ${souhait.traiteePar.prenom} ${souhait.traiteePar.nom}, le ${formatInstant(souhait.traiteeLe)}`}
        {souhait.motifRefus && <Box sx={{ whiteSpace: 'pre-wrap' }}>{souhait.motifRefus}</Box>}
      </Box>
      {peut && souhait.partLe && <AnnulerRefus {...{ adresse, version }} souhait={souhait} partLe={souhait.partLe} />}
    </Citation>
  ))

type Annulation = { adresse: string; version: number; souhait: SouhaitTraite; partLe: Date }

function AnnulerRefus({ adresse, version, souhait, partLe }: Annulation) {
  const envoi = useEnvoi<Reponse>({ nom: 'refusDemande', objet: souhait.id })
  return (
    <Formulaire envoi={envoi} action={`${adresse}/souhaits`}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="demandeId" value={souhait.id} />
      <Box component="span" sx={{ fontSize: '0.875rem', mr: 1 }}>
        Le courriel part à {heureDeParis(partLe)}.
      </Box>
      <Button type="submit" size="small" variant="outlined" name="intent" value="annulerRefus">
        Annuler le refus
      </Button>
      <FormErreur reponse={envoi.data} />
    </Formulaire>
  )
}

function Citation({ souhait, children }: { souhait: Souhait; children?: ReactNode }) {
  const { texte, sections, demandeur, recueLe, canal, saisiePar } = souhait
  const id = useId()
  return (
    <Box component="figure" aria-labelledby={id} sx={{ m: 0, mb: 1.5 }}>
      <Box
        component="blockquote"
        sx={{
          m: 0,
          pl: 1.5,
          borderLeft: 3,
          borderColor: 'divider',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          fontSize: '0.9375rem',
        }}
      >
        {texte}
      </Box>
      <Box component="figcaption" id={id} sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.5 }}>
        {demandeur}, {LIBELLE_CANAL[canal]}, le {formatInstant(recueLe)}
        {saisiePar && ` · notée par ${saisiePar}`}
        {sections.length > 0 &&
          `. Parties à ouvrir\u00a0: ${sections.map((section) => LIBELLE_SECTION[section]).join(', ')}.`}
      </Box>
      {children}
    </Box>
  )
}
