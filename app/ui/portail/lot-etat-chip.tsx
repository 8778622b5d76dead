import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined'
import CancelOutlined from '@mui/icons-material/CancelOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import FiberNewOutlined from '@mui/icons-material/FiberNewOutlined'
import MailOutlined from '@mui/icons-material/MailOutlineOutlined'
import RemoveCircleOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import type { EtatLot, ResultatLigne } from '#domain/portail/lot-vues'
import { LIBELLE_ETAT_LOT, LIBELLE_NATURE_RECUE, LIBELLE_RESULTAT } from '#libelles/portail/lot'
import { Etiquette } from '#ui/kit/etat-chip'

const ETAT = {
  EN_ATTENTE: { Icone: ScheduleOutlined, ton: 'neutre' },
  EN_COURS: { Icone: AutorenewOutlined, ton: 'depose' },
  TERMINE: { Icone: CheckCircleOutlined, ton: 'accorde' },
  ECHEC: { Icone: CancelOutlined, ton: 'depasse' },
} as const

const RESULTAT = {
  CREE: { Icone: FiberNewOutlined, ton: 'depose' },
  MIS_A_JOUR: { Icone: AutorenewOutlined, ton: 'complet' },
  INCHANGE: { Icone: RemoveCircleOutlined, ton: 'neutre' },
  BROUILLON: { Icone: EditOutlined, ton: 'neutre' },
  REJET: { Icone: CancelOutlined, ton: 'depasse' },
  PIECE_REFUSEE: { Icone: CancelOutlined, ton: 'depasse' },
  MESSAGE: { Icone: MailOutlined, ton: 'depose' },
} as const

export const EtatLotChip = ({ etat }: { etat: EtatLot }) => (
  <Etiquette {...ETAT[etat]}>{LIBELLE_ETAT_LOT[etat]}</Etiquette>
)

/** What became of a line; a mail says what it turned out to be. */
export const ResultatChip = ({ resultat, nature }: { resultat: ResultatLigne; nature?: string | undefined }) => (
  <Etiquette {...RESULTAT[nature === 'ILLISIBLE' ? 'REJET' : resultat]}>
    {(nature && LIBELLE_NATURE_RECUE[nature]) ?? LIBELLE_RESULTAT[resultat]}
  </Etiquette>
)
