export const phones = {
  phones: {
    title: 'Phones',
    show: 'Which phones',
    receivers: 'Receivers',
    all: 'All',
    none: 'No phone yet',
    noneText: 'Add one through the API; it shows up here at once.',
    noReceiver: 'No phone receives this message',
    noReceiverText: 'The receiver is on no device. Log the account in on a phone, or look at all of them.',
    showAll: 'Show all phones',
    wall: 'Wall · {{count}}',
    vendor: 'Vendor',
  },
} as const;
