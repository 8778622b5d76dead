import { Box, type SxProps, type Theme } from '@mui/material'
import CancelScheduleSendOutlined from '@mui/icons-material/CancelScheduleSendOutlined'
import CancelOutlined from '@mui/icons-material/CancelOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import HourglassTopOutlined from '@mui/icons-material/HourglassTopOutlined'
import InboxOutlined from '@mui/icons-material/InboxOutlined'
import LockOpenOutlined from '@mui/icons-material/LockOpenOutlined'
import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined'
import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined'
import RemoveCircleOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import ScheduleSendOutlined from '@mui/icons-material/ScheduleSendOutlined'
import SearchOutlined from '@mui/icons-material/SearchOutlined'
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import TonalityOutlined from '@mui/icons-material/TonalityOutlined'
import type { ComponentType, ReactNode } from 'react'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { Etat } from '#domain/dossier/etat'
import type { Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import type { EtatRapport } from '#domain/rapport/rapport'
import { jourDeParis } from '#domain/temps/jour'
import { LIBELLE_ETAT_COURRIEL } from '#libelles/courriel/courriel'
import { LIBELLE_ETAT } from '#libelles/dossier/dossier'
import { LIBELLE_AVIS, LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { LIBELLE_ETAT_RAPPORT } from '#libelles/rapport'
import type { Ton } from '#ui/kit/theme'

type Aspect = { Icone: ComponentType<{ fontSize?: 'small'; sx?: SxProps<Theme> }>; ton: Ton }

const DOSSIER: Record<Etat, Aspect> = {
  BROUILLON: { Icone: EditOutlined, ton: 'neutre' },
  DEPOSE: { Icone: InboxOutlined, ton: 'depose' },
  INCOMPLET: { Icone: ErrorOutlined, ton: 'incomplet' },
  COMPLET: { Icone: TaskAltOutlined, ton: 'complet' },
  EN_INSTRUCTION: { Icone: SearchOutlined, ton: 'instruction' },
  ACCORDE: { Icone: CheckCircleOutlined, ton: 'accorde' },
  ACCORDE_PARTIEL: { Icone: TonalityOutlined, ton: 'accorde' },
  REFUSE: { Icone: CancelOutlined, ton: 'refuse' },
  SANS_SUITE: { Icone: RemoveCircleOutlined, ton: 'neutre' },
}

const PRE_PROJET: Record<EtatPreProjet, Aspect> = {
  A_TRAITER: { Icone: InboxOutlined, ton: 'depose' },
  A_RETRAVAILLER: { Icone: EditOutlined, ton: 'incomplet' },
  AVIS_RENDU: { Icone: RateReviewOutlined, ton: 'complet' },
  CLOS: { Icone: RemoveCircleOutlined, ton: 'neutre' },
}

const AVIS: Record<Avis, Aspect> = {
  FAVORABLE: { Icone: CheckCircleOutlined, ton: 'accorde' },
  A_RETRAVAILLER: { Icone: EditOutlined, ton: 'incomplet' },
  DEFAVORABLE: { Icone: CancelOutlined, ton: 'refuse' },
  HORS_CHAMP: { Icone: RemoveCircleOutlined, ton: 'neutre' },
}

const COURRIEL: Record<EtatCourriel, Aspect> = {
  A_ENVOYER: { Icone: ScheduleSendOutlined, ton: 'depose' },
  ENVOYE: { Icone: MarkEmailReadOutlined, ton: 'accorde' },
  ECHEC: { Icone: ErrorOutlined, ton: 'depasse' },
  ANNULE: { Icone: CancelScheduleSendOutlined, ton: 'neutre' },
}

const RAPPORT: Record<EtatRapport, Aspect> = {
  EN_ATTENTE: { Icone: ScheduleOutlined, ton: 'neutre' },
  EN_COURS: { Icone: HourglassTopOutlined, ton: 'instruction' },
  PRET: { Icone: CheckCircleOutlined, ton: 'accorde' },
  ECHEC: { Icone: ErrorOutlined, ton: 'depasse' },
}

/** An icon and a word in the colour of a state: never the colour alone. */
export function Etiquette({ Icone, ton, title, children }: Aspect & { title?: string; children: ReactNode }) {
  return (
    <Box
      component="span"
      title={title}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color: `var(--mui-palette-ton-${ton})`,
        fontWeight: 600,
        lineHeight: 1.3,
      }}
    >
      <Icone fontSize="small" sx={{ fontSize: '1.125em', flexShrink: 0 }} />
      {children}
    </Box>
  )
}

export const EtatChip = ({ etat }: { etat: Etat }) => <Etiquette {...DOSSIER[etat]}>{LIBELLE_ETAT[etat]}</Etiquette>

export const EtatPreProjetChip = ({ etat }: { etat: EtatPreProjet }) => (
  <Etiquette {...PRE_PROJET[etat]}>{LIBELLE_ETAT_PRE_PROJET[etat]}</Etiquette>
)

export const AvisChip = ({ avis }: { avis: Avis }) => <Etiquette {...AVIS[avis]}>{LIBELLE_AVIS[avis]}</Etiquette>

export const EtatCourrielChip = ({ etat }: { etat: EtatCourriel }) => (
  <Etiquette {...COURRIEL[etat]}>{LIBELLE_ETAT_COURRIEL[etat]}</Etiquette>
)

export const EtatRapportChip = ({ etat }: { etat: EtatRapport }) => (
  <Etiquette {...RAPPORT[etat]}>{LIBELLE_ETAT_RAPPORT[etat]}</Etiquette>
)

const jourMois = (instant: Date) => jourDeParis(instant).slice(5).split('-').reverse().join('/')

/** Beside the state of a dossier: the demandeur may write until this instant. */
export const OuvertChip = ({ jusquAu }: { jusquAu: Date }) => (
  <Etiquette Icone={LockOpenOutlined} ton="ouvert" title={`Ouvert à modification jusqu’au ${jourMois(jusquAu)}`}>
    Ouvert jusqu’au {jourMois(jusquAu)}
  </Etiquette>
)

/** Beside the state of a dossier: the demandeur asks to be let back in. */
export const DemandeOuvertureChip = () => (
  <Etiquette Icone={LockOpenOutlined} ton="alerte" title="Le demandeur demande à modifier son dossier">
    Modification demandée
  </Etiquette>
)

/** A fiche that came after the last day of help. */
export const HorsDelaiChip = () => (
  <Etiquette Icone={ScheduleOutlined} ton="alerte" title="Reçue après la date limite des fiches">
    Hors délai
  </Etiquette>
)
